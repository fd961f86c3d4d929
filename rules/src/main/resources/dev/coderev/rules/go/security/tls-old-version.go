package client

import "crypto/tls"

func old() *tls.Config {
	// ruleid: go.security.tls-old-version
	return &tls.Config{MinVersion: tls.VersionTLS10}
}

func capped(config *tls.Config) {
	// ruleid: go.security.tls-old-version
	config.MaxVersion = tls.VersionTLS11
	// ok: go.security.tls-old-version
	config.MinVersion = tls.VersionTLS13
}

func current() *tls.Config {
	// ok: go.security.tls-old-version
	return &tls.Config{MinVersion: tls.VersionTLS12}
}
