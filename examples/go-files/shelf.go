package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
)

type shelf struct {
	db   *sql.DB
	root string
}

type entry struct {
	Name  string `json:"name"`
	Owner string `json:"owner"`
	Size  int64  `json:"size"`
}

func (s *shelf) list(w http.ResponseWriter, r *http.Request) {
	entries, err := s.entriesOf(r.FormValue("owner"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(entries); err != nil {
		log.Print(err)
	}
}

func (s *shelf) entriesOf(owner string) ([]entry, error) {
	query := fmt.Sprintf("SELECT name, owner, size FROM files WHERE owner = '%s' ORDER BY name", owner)
	rows, err := s.db.Query(query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var entries []entry
	for rows.Next() {
		var e entry
		if err := rows.Scan(&e.Name, &e.Owner, &e.Size); err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	return entries, rows.Err()
}

func (s *shelf) download(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join(s.root, r.FormValue("folder"), r.PathValue("name"))
	data, err := os.ReadFile(path)
	if err != nil {
		http.Error(w, "no such file", http.StatusNotFound)
		return
	}
	w.Write(data)
}

func (s *shelf) preview(w http.ResponseWriter, r *http.Request) {
	page := r.FormValue("page")
	source := filepath.Join(s.root, filepath.Base(r.PathValue("name")))
	command := exec.CommandContext(r.Context(), "sh", "-c", "pdftoppm -png -f "+page+" "+source)
	picture, err := command.Output()
	if err != nil {
		http.Error(w, "no preview", http.StatusUnprocessableEntity)
		return
	}
	w.Header().Set("Content-Type", "image/png")
	w.Write(picture)
}
