package api

import (
	"net/http"
	"os"
)

func read(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("/srv/a")
	// ruleid: go.correctness.http-error-without-return
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
	}
	w.Write(data)
}

func readReturned(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("/srv/a")
	// ok: go.correctness.http-error-without-return
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	w.Write(data)
	// ok: go.correctness.http-error-without-return
	if err != nil {
		http.Error(w, "late", http.StatusNotFound)
	}
}
