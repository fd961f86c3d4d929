package secretbox

import (
	"crypto/cipher"
	"crypto/rand"
)

func encrypt(block cipher.Block, aead cipher.AEAD, text []byte) {
	iv := []byte("0123456789abcdef")
	// ruleid: go.security.constant-nonce
	cipher.NewCBCEncrypter(block, iv)
	// ruleid: go.security.constant-nonce
	cipher.NewCTR(block, []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
	// ruleid: go.security.constant-nonce
	aead.Seal(nil, []byte("fixed nonce!"), text, nil)
}

func encryptFresh(block cipher.Block, aead cipher.AEAD, text []byte) {
	iv := make([]byte, 16)
	rand.Read(iv)
	// ok: go.security.constant-nonce
	cipher.NewCBCEncrypter(block, iv)
	// ok: go.security.constant-nonce
	aead.Seal(nil, iv, text, []byte("header"))
}

func sealed(block cipher.Block, text, kept []byte) []byte {
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil
	}
	empty := make([]byte, gcm.NonceSize())
	// ruleid: go.security.constant-nonce
	first := gcm.Seal(nil, empty, text, nil)
	counted := make([]byte, gcm.NonceSize())
	copy(counted[4:], kept)
	// ok: go.security.constant-nonce
	second := gcm.Seal(nil, counted, text, nil)
	fresh := make([]byte, gcm.NonceSize())
	if _, err := rand.Read(fresh); err != nil {
		return nil
	}
	// ok: go.security.constant-nonce
	return append(append(first, second...), gcm.Seal(fresh, fresh, text, nil)...)
}
