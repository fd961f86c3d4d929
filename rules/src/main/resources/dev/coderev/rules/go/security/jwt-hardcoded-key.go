package auth

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func issue(claims jwt.MapClaims) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	// ruleid: go.security.jwt-hardcoded-key
	return token.SignedString([]byte("correct horse battery"))
}

func issueNamed(claims jwt.MapClaims) (string, error) {
	key := []byte("another literal key")
	// ruleid: go.security.jwt-hardcoded-key
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func issueFromEnvironment(claims jwt.MapClaims) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	// ok: go.security.jwt-hardcoded-key
	return token.SignedString([]byte(os.Getenv("TOKEN_KEY")))
}

func issueWith(claims jwt.MapClaims, key []byte) (string, error) {
	// ok: go.security.jwt-hardcoded-key
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func read(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(token *jwt.Token) (interface{}, error) {
		// ruleid: go.security.jwt-hardcoded-key
		return []byte("one more literal"), nil
	})
}

func readWith(raw string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(raw, func(token *jwt.Token) (interface{}, error) {
		// ok: go.security.jwt-hardcoded-key
		return key, nil
	})
}
