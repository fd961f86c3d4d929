package api

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func read(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("/etc/app.conf")
	if err != nil {
		// ruleid: go.security.error-detail-to-client
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if len(data) == 0 {
		// ruleid: go.security.error-detail-to-client
		http.Error(w, fmt.Sprintf("empty: %v", err), http.StatusInternalServerError)
		return
	}
	if err != nil {
		log.Print(err)
		// ok: go.security.error-detail-to-client
		http.Error(w, "internal error", http.StatusInternalServerError)
		// ok: go.security.error-detail-to-client
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}
