package secretbox

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/rc4"

	"golang.org/x/crypto/chacha20poly1305"
)

func old(key []byte) {
	// ruleid: go.security.weak-cipher
	des.NewCipher(key)
	// ruleid: go.security.weak-cipher
	des.NewTripleDESCipher(key)
	// ruleid: go.security.weak-cipher
	rc4.NewCipher(key)
}

func current(key []byte) (cipher.AEAD, error) {
	// ok: go.security.weak-cipher
	block, err := aes.NewCipher(key)
	if err != nil {
		// ok: go.security.weak-cipher
		return chacha20poly1305.New(key)
	}
	return cipher.NewGCM(block)
}
