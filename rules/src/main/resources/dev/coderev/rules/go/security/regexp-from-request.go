package search

import (
	"net/http"
	"regexp"
)

var word = regexp.MustCompile(`\w+`)

func grep(w http.ResponseWriter, r *http.Request) {
	q := r.FormValue("q")
	// ruleid: go.security.regexp-from-request
	regexp.MustCompile(q).MatchString("text")
	// ruleid: go.security.regexp-from-request
	regexp.MustCompile("(?i)" + q).MatchString("text")
	// ok: go.security.regexp-from-request
	regexp.MustCompile("(?i)" + regexp.QuoteMeta(q)).MatchString("text")
	// ok: go.security.regexp-from-request
	word.MatchString(q)
}
