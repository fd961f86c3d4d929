package fixture

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ed25519"
	"io"
	"math/rand"
)

func key() []byte {
	made := make([]byte, 16)
	for i := range made {
		made[i] = byte(rand.Intn(256))
	}
	return made
}

func ciphers(stored []byte) {
	// ruleid: go.security.insecure-random-key
	aes.NewCipher(key())
	// ok: go.security.insecure-random-key
	aes.NewCipher(stored)
}

func sealed(aead cipher.AEAD, text []byte, strong io.Reader) []byte {
	weak := rand.New(rand.NewSource(7))
	nonce := make([]byte, 12)
	io.ReadFull(weak, nonce)
	// ruleid: go.security.insecure-random-key
	first := aead.Seal(nil, nonce, text, nil)
	other := make([]byte, 12)
	io.ReadFull(strong, other)
	// ok: go.security.insecure-random-key
	return append(first, aead.Seal(nil, other, text, nil)...)
}

func pair(seed []byte) ed25519.PrivateKey {
	delay := rand.Intn(10)
	_ = delay
	// ok: go.security.insecure-random-key
	return ed25519.NewKeyFromSeed(seed)
}
