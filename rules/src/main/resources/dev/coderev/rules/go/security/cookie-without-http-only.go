package session

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

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

func later(w http.ResponseWriter, id string) {
	cookie := http.Cookie{Name: "session", Value: id}
	// ruleid: go.security.cookie-without-http-only
	cookie.HttpOnly = false
	http.SetCookie(w, &cookie)
	other := http.Cookie{Name: "consent", Value: id}
	// ok: go.security.cookie-without-http-only
	other.HttpOnly = false
	http.SetCookie(w, &other)
}

func withGin(c *gin.Context, id string) {
	// ruleid: go.security.cookie-without-http-only
	c.SetCookie("session", id, 3600, "/", "shop.example", true, false)
	// ok: go.security.cookie-without-http-only
	c.SetCookie("session", id, 3600, "/", "shop.example", true, true)
}
