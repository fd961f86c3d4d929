package accounts

import (
	"crypto/sha256"

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
