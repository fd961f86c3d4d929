package live

import (
	"net/http"

	"github.com/gorilla/websocket"
)

// ruleid: go.security.websocket-origin-unchecked
var open = websocket.Upgrader{CheckOrigin: func(r *http.Request) bool { return true }}

func init() {
	// ruleid: go.security.websocket-origin-unchecked
	upgrader.CheckOrigin = func(r *http.Request) bool { return true }
}

// ok: go.security.websocket-origin-unchecked
var upgrader = websocket.Upgrader{ReadBufferSize: 1024}

// ok: go.security.websocket-origin-unchecked
var strict = websocket.Upgrader{CheckOrigin: func(r *http.Request) bool {
	return r.Header.Get("Origin") == "https://app.example.com"
}}
