package auth

import (
	"github.com/golang-jwt/jwt/v5"
)

func read(raw string) {
	// ruleid: go.security.jwt-signature-not-verified
	jwt.NewParser().ParseUnverified(raw, jwt.MapClaims{})

	jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		// ruleid: go.security.jwt-signature-not-verified
		return jwt.UnsafeAllowNoneSignatureType, nil
	})
}

func issue() {
	// ruleid: go.security.jwt-signature-not-verified
	jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{})
	// ok: go.security.jwt-signature-not-verified
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{})
}

func verified(raw string, key []byte) {
	// ok: go.security.jwt-signature-not-verified
	jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		// ok: go.security.jwt-signature-not-verified
		return key, nil
	}, jwt.WithValidMethods([]string{"HS256"}))
}
