package main

import "net/http"

func routes(mux *http.ServeMux) {
	// ruleid: go.security.directory-listing-of-root
	mux.Handle("/all/", http.FileServer(http.Dir("/")))
	// ruleid: go.security.directory-listing-of-root
	mux.Handle("/here/", http.FileServer(http.Dir(".")))
	// ok: go.security.directory-listing-of-root
	mux.Handle("/static/", http.FileServer(http.Dir("./static")))
	// ok: go.security.directory-listing-of-root
	mux.Handle("/pub/", http.FileServer(http.Dir("/srv/www")))
}
