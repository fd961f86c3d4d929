package client

import "crypto/tls"

var weak = &tls.Config{
	CipherSuites: []uint16{
		// ruleid: go.security.tls-weak-cipher-suite
		tls.TLS_RSA_WITH_RC4_128_SHA,
		// ruleid: go.security.tls-weak-cipher-suite
		tls.TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA,
		// ok: go.security.tls-weak-cipher-suite
		tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
	},
}

// ok: go.security.tls-weak-cipher-suite
var usual = &tls.Config{MinVersion: tls.VersionTLS12}

func insecure(id uint16) bool {
	// ok: go.security.tls-weak-cipher-suite
	return id == tls.TLS_RSA_WITH_RC4_128_SHA
}

func assigned(config *tls.Config) {
	config.CipherSuites = []uint16{
		// ruleid: go.security.tls-weak-cipher-suite
		tls.TLS_RSA_WITH_AES_128_CBC_SHA256,
		// ok: go.security.tls-weak-cipher-suite
		tls.TLS_AES_128_GCM_SHA256,
	}
}
