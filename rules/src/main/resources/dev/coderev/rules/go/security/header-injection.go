package shop

import (
	"net/http"
	"net/url"
)

func language(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.header-injection
	w.Header().Set("X-Language", r.FormValue("language"))
	// ok: go.security.header-injection
	w.Header().Set("X-Language", url.QueryEscape(r.FormValue("language")))
	// ok: go.security.header-injection
	w.Header().Set("X-Language", "de")
	wanted := r.FormValue("language")
	if wanted != "de" && wanted != "en" {
		return
	}
	// ok: go.security.header-injection
	w.Header().Add("X-Language", wanted)
}
