package digest

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"io"
)

func sums(data []byte, in io.Reader) {
	// ruleid: go.security.weak-hash
	md5.Sum(data)
	// ruleid: go.security.weak-hash
	h := sha1.New()
	io.Copy(h, in)
	// ok: go.security.weak-hash
	sha256.Sum256(data)
	// ok: go.security.weak-hash
	g := sha256.New()
	io.Copy(g, in)
}
