package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	shelf := &shelf{db: db, root: "/srv/files"}

	mux := http.NewServeMux()
	mux.HandleFunc("GET /files", shelf.list)
	mux.HandleFunc("GET /files/{name}", shelf.download)
	mux.HandleFunc("POST /files/{name}/preview", shelf.preview)
	mux.HandleFunc("POST /files/{name}/share", shelf.share)
	mux.HandleFunc("GET /login/done", loginDone)
	log.Print("listening on :8080")
	log.Fatal(http.ListenAndServe(":8080", mux))
}

func loginDone(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, r.URL.Query().Get("next"), http.StatusFound)
}
