package webhook

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
)

func valid(body, signature, key []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	expected := mac.Sum(nil)
	// ruleid: go.security.mac-compared-in-variable-time
	return bytes.Equal(expected, signature)
}

func validInline(body, signature, key []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	// ruleid: go.security.mac-compared-in-variable-time
	return bytes.Equal(mac.Sum(nil), signature)
}

func validConstantTime(body, signature, key []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	// ok: go.security.mac-compared-in-variable-time
	if bytes.Equal(body, nil) {
		return false
	}
	// ok: go.security.mac-compared-in-variable-time
	return hmac.Equal(mac.Sum(nil), signature)
}
