package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		return err
	}
	defer db.Close()
	shelf := &shelf{db: db, root: "/srv/files"}

	mux := http.NewServeMux()
	mux.HandleFunc("GET /files", shelf.list)
	mux.HandleFunc("GET /files/{name}", shelf.download)
	mux.HandleFunc("POST /files/{name}/share", shelf.share)
	server := &http.Server{
		Addr:              ":8080",
		Handler:           mux,
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       time.Minute,
	}
	return server.ListenAndServe()
}
