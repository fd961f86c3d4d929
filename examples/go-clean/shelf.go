package main

import (
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
)

type shelf struct {
	db   *sql.DB
	root string
}

type entry struct {
	Name  string `json:"name"`
	Owner string `json:"owner"`
}

func (s *shelf) list(w http.ResponseWriter, r *http.Request) {
	rows, err := s.db.QueryContext(r.Context(), "SELECT name, owner FROM files WHERE owner = $1", r.FormValue("owner"))
	if err != nil {
		s.fail(w, "list", err)
		return
	}
	defer rows.Close()
	entries := make([]entry, 0)
	for rows.Next() {
		var e entry
		if err := rows.Scan(&e.Name, &e.Owner); err != nil {
			s.fail(w, "list", err)
			return
		}
		entries = append(entries, e)
	}
	if err := rows.Err(); err != nil {
		s.fail(w, "list", err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(entries); err != nil {
		slog.Error("answer not sent", "error", err)
	}
}

func (s *shelf) download(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if !filepath.IsLocal(name) {
		http.Error(w, "bad name", http.StatusBadRequest)
		return
	}
	data, err := os.ReadFile(filepath.Join(s.root, name))
	if err != nil {
		http.Error(w, "no such file", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	if _, err := w.Write(data); err != nil {
		slog.Error("answer not sent", "error", err)
	}
}

func (s *shelf) share(w http.ResponseWriter, r *http.Request) {
	token := rand.Text()
	name := filepath.Base(r.PathValue("name"))
	if _, err := s.db.ExecContext(r.Context(), "INSERT INTO shares (name, token) VALUES ($1, $2)", name, token); err != nil {
		s.fail(w, "share", err)
		return
	}
	fmt.Fprintf(w, "https://files.example.com/s/%s\n", token)
}

func (s *shelf) fail(w http.ResponseWriter, what string, err error) {
	slog.Error("request failed", "what", what, "error", err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}
