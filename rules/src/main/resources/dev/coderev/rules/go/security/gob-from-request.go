package transfer

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"net/http"
	"os"
)

type job struct{ Name string }

func receive(w http.ResponseWriter, r *http.Request) {
	var j job
	// ruleid: go.security.gob-from-request
	gob.NewDecoder(r.Body).Decode(&j)
	// ruleid: go.security.gob-from-request
	gob.NewDecoder(bytes.NewReader([]byte(r.FormValue("job")))).Decode(&j)
	// ok: go.security.gob-from-request
	json.NewDecoder(r.Body).Decode(&j)
}

func restore(f *os.File) error {
	var j job
	// ok: go.security.gob-from-request
	return gob.NewDecoder(f).Decode(&j)
}
