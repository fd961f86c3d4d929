package client

import "crypto/tls"

type options struct {
	InsecureSkipTLS bool
	Verbose         bool
}

func open(o options, caPath string) *tls.Config {
	config := &tls.Config{}
	if o.InsecureSkipTLS {
		// ruleid: go.security.tls-verification-optional
		config.InsecureSkipVerify = true
	}
	if caPath != "" {
		config.InsecureSkipVerify = false
	} else {
		// ruleid: go.security.tls-verification-optional
		config.InsecureSkipVerify = true
	}
	if o.Verbose {
		// ok: go.security.tls-verification-optional
		config.InsecureSkipVerify = true
	}
	return config
}
