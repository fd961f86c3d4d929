package fixture

import (
	"net/http"
	"strconv"
	"strings"
)

const most = 1000

func page(w http.ResponseWriter, r *http.Request) {
	count, err := strconv.Atoi(r.URL.Query().Get("count"))
	if err != nil {
		return
	}
	// ruleid: go.security.allocation-size-from-request
	rows := make([]string, count)
	// ruleid: go.security.allocation-size-from-request
	w.Write([]byte(strings.Repeat("-", count)))
	_ = rows
}

func limited(w http.ResponseWriter, r *http.Request) {
	count, err := strconv.Atoi(r.URL.Query().Get("count"))
	if err != nil || count > most {
		return
	}
	// ok: go.security.allocation-size-from-request
	rows := make([]string, count)
	// ok: go.security.allocation-size-from-request
	copied := make([]byte, len(r.URL.Path))
	_, _ = rows, copied
}
