package api

import (
	"io"
	"net/http"
)

func receive(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.unlimited-request-body
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	w.Write(body[:0])
}

func receiveLimited(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	// ok: go.security.unlimited-request-body
	io.ReadAll(r.Body)
}

func receiveWrapped(w http.ResponseWriter, r *http.Request) {
	// ok: go.security.unlimited-request-body
	io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	// ok: go.security.unlimited-request-body
	io.ReadAll(io.LimitReader(r.Body, 1<<20))
}

func answer(resp *http.Response) ([]byte, error) {
	// ok: go.security.unlimited-request-body
	return io.ReadAll(resp.Body)
}
