package client

import "net/http"

func fetch(client *http.Client) {
	// ruleid: go.security.cleartext-request
	http.Get("http://api.example.com/items")
	// ruleid: go.security.cleartext-request
	client.Get("http://www.example.org/")
	// ok: go.security.cleartext-request
	http.Get("https://api.example.com/items")
	// ok: go.security.cleartext-request
	http.Get("http://localhost:8080/health")
	// ok: go.security.cleartext-request
	http.Get("http://backend:8080/health")
}
