package keys

import (
	"crypto/rand"
	"crypto/rsa"
)

func keys(bits int) {
	// ruleid: go.security.short-rsa-key
	rsa.GenerateKey(rand.Reader, 1024)
	// ruleid: go.security.short-rsa-key
	rsa.GenerateKey(rand.Reader, 512)
	// ok: go.security.short-rsa-key
	rsa.GenerateKey(rand.Reader, 2048)
	// ok: go.security.short-rsa-key
	rsa.GenerateKey(rand.Reader, 4096)
	// ok: go.security.short-rsa-key
	rsa.GenerateKey(rand.Reader, bits)
}
