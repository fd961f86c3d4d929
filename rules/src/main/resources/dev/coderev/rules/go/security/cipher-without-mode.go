package fixture

import (
	"crypto/aes"
	"crypto/cipher"
)

func blockwise(key, text []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	sealed := make([]byte, len(text))
	for at := 0; at < len(text); at += aes.BlockSize {
		// ruleid: go.security.cipher-without-mode
		block.Encrypt(sealed[at:], text[at:])
	}
	return sealed
}

func counted(key, iv, text []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	sealed := make([]byte, len(text))
	// ok: go.security.cipher-without-mode
	cipher.NewCTR(block, iv).XORKeyStream(sealed, text)
	return sealed
}
