package main

import (
	"net/http"
	"time"
)

func main() {
	// ruleid: go.security.server-without-timeout
	go http.ListenAndServe(":8080", nil)
	// ruleid: go.security.server-without-timeout
	open := &http.Server{Addr: ":8081"}
	go open.ListenAndServe()
	// ok: go.security.server-without-timeout
	limited := &http.Server{Addr: ":8082", ReadHeaderTimeout: 5 * time.Second}
	// ok: go.security.server-without-timeout
	limited.ListenAndServe()
}
