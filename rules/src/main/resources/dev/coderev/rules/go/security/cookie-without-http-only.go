package session

import "net/http"

func set(w http.ResponseWriter, id string) {
	// ruleid: go.security.cookie-without-http-only
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Secure: true})
	// ruleid: go.security.cookie-without-http-only
	http.SetCookie(w, &http.Cookie{Name: "auth_token", Value: id, Secure: true, HttpOnly: false})
	// ok: go.security.cookie-without-http-only
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Secure: true, HttpOnly: true})
	// ok: go.security.cookie-without-http-only
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark", Secure: true})
	// ok: go.security.cookie-without-http-only
	http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
}
