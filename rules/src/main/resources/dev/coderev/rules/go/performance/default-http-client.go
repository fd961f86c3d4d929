package client

import (
	"net/http"
	"time"
)

func fetch() {
	// ruleid: go.performance.default-http-client
	http.Get("https://example.com")
	// ruleid: go.performance.default-http-client
	slow := &http.Client{Transport: http.DefaultTransport}
	slow.Get("https://example.com")
	// ok: go.performance.default-http-client
	client := &http.Client{Timeout: 10 * time.Second}
	// ok: go.performance.default-http-client
	client.Get("https://example.com")
	// ok: go.performance.default-http-client
	late := &http.Client{}
	late.Timeout = time.Second
}
