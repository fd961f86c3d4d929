package session

import "net/http"

func set(w http.ResponseWriter, id string, tls bool) {
	// ruleid: go.security.cookie-without-secure
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, HttpOnly: true})
	// ruleid: go.security.cookie-without-secure
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, Secure: false})
	// ok: go.security.cookie-without-secure
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, Secure: true, HttpOnly: true})
	// ok: go.security.cookie-without-secure
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, Secure: tls, HttpOnly: true})
	// ok: go.security.cookie-without-secure
	http.SetCookie(w, &http.Cookie{Name: "sid", MaxAge: -1})
	// ok: go.security.cookie-without-secure
	cookie := http.Cookie{Name: "sid", Value: id}
	cookie.Secure = true
	http.SetCookie(w, &cookie)
}
