package api

import (
	"net/http"

	"github.com/rs/cors"
)

// ruleid: go.security.cors-any-origin-with-credentials
var open = cors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true}

// ok: go.security.cors-any-origin-with-credentials
var public = cors.Options{AllowedOrigins: []string{"*"}}

// ok: go.security.cors-any-origin-with-credentials
var closed = cors.Options{AllowedOrigins: []string{"https://app.example.com"}, AllowCredentials: true}

func handle(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.cors-any-origin-with-credentials
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	// ok: go.security.cors-any-origin-with-credentials
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example.com")
}
