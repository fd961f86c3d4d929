package login

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
)

func done(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	// ruleid: go.security.open-redirect
	http.Redirect(w, r, next, http.StatusFound)
	// ruleid: go.security.open-redirect
	http.Redirect(w, r, "https://"+next, http.StatusFound)
	// ok: go.security.open-redirect
	http.Redirect(w, r, "/account", http.StatusFound)
	// ok: go.security.open-redirect
	http.Redirect(w, r, "/items/"+next, http.StatusFound)
	// ok: go.security.open-redirect
	http.Redirect(w, r, fmt.Sprintf("/search?q=%s", next), http.StatusFound)
}

func doneGin(c *gin.Context) {
	// ruleid: go.security.open-redirect
	c.Redirect(302, c.Query("return_to"))
	// ok: go.security.open-redirect
	c.Redirect(302, "/home")
}

func location(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.open-redirect
	w.Header().Set("Location", r.FormValue("back"))
	// ok: go.security.open-redirect
	w.Header().Set("X-Query", r.FormValue("q"))
}
