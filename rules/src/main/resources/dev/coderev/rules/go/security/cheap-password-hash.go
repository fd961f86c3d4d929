package accounts

import (
	"crypto/sha256"
	"crypto/sha512"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/pbkdf2"
)

func hash(password, salt []byte) {
	// ruleid: go.security.cheap-password-hash
	bcrypt.GenerateFromPassword(password, 4)
	// ruleid: go.security.cheap-password-hash
	bcrypt.GenerateFromPassword(password, bcrypt.MinCost)
	// ruleid: go.security.cheap-password-hash
	pbkdf2.Key(password, salt, 1000, 32, sha256.New)
	// ok: go.security.cheap-password-hash
	bcrypt.GenerateFromPassword(password, bcrypt.DefaultCost)
	// ok: go.security.cheap-password-hash
	bcrypt.GenerateFromPassword(password, 12)
	// ok: go.security.cheap-password-hash
	pbkdf2.Key(password, salt, 600000, 32, sha256.New)
}

func fast(password string, content []byte) []byte {
	// ruleid: go.security.cheap-password-hash
	sum := sha256.Sum256([]byte("salt" + password))
	hash := sha512.New()
	// ruleid: go.security.cheap-password-hash
	hash.Write([]byte(password))
	// ok: go.security.cheap-password-hash
	other := sha256.Sum256(content)
	return append(append(sum[:], other[:]...), hash.Sum(nil)...)
}
