package client

import (
	"crypto/tls"
	"net/http"
)

func open(check func(tls.ConnectionState) error) *http.Client {
	return &http.Client{Transport: &http.Transport{
		// ruleid: go.security.tls-verification-disabled
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
	}}
}

func pinned(check func(tls.ConnectionState) error) *tls.Config {
	// ok: go.security.tls-verification-disabled
	return &tls.Config{InsecureSkipVerify: true, VerifyConnection: check}
}

func later(config *tls.Config) {
	// ruleid: go.security.tls-verification-disabled
	config.InsecureSkipVerify = true
}

func verified() *tls.Config {
	// ok: go.security.tls-verification-disabled
	return &tls.Config{InsecureSkipVerify: false, MinVersion: tls.VersionTLS12}
}

func plain() *tls.Config {
	// ok: go.security.tls-verification-disabled
	return &tls.Config{ServerName: "example.com"}
}
