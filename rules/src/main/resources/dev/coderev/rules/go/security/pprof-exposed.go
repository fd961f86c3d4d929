package main

import (
	"net/http"
	_ "net/http/pprof"
)

func main() {
	go func() {
		// ok: go.security.pprof-exposed
		http.ListenAndServe("localhost:6060", nil)
	}()
	mux := http.NewServeMux()
	// ok: go.security.pprof-exposed
	http.ListenAndServe(":8080", mux)
	// ruleid: go.security.pprof-exposed
	http.ListenAndServe(":8081", nil)
	// ruleid: go.security.pprof-exposed
	http.ListenAndServe("0.0.0.0:8082", http.DefaultServeMux)
}
