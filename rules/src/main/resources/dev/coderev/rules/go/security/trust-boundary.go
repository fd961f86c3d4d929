package shop

import "net/http"

func remember(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "shop")
	role := r.FormValue("role")
	// ruleid: go.security.trust-boundary
	session.Values["role"] = role
	// ok: go.security.trust-boundary
	session.Values["kind"] = "guest"
	if role != "buyer" && role != "guest" {
		return
	}
	// ok: go.security.trust-boundary
	session.Values["role"] = role
}
