package page

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"net/http"
	"strconv"
)

func hello(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go.security.xss-response-writer
	fmt.Fprintf(w, "<h1>Hello %s</h1>", name)
	// ruleid: go.security.xss-response-writer
	w.Write([]byte("<p>" + name + "</p>"))
	// ruleid: go.security.xss-response-writer
	io.WriteString(w, name)
	// ok: go.security.xss-response-writer
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(name))
	// ok: go.security.xss-response-writer
	fmt.Fprintf(w, "<h1>Hello</h1>")
	// ok: go.security.xss-response-writer
	fmt.Printf("seen %s\n", name)
}

func asJSON(w http.ResponseWriter, r *http.Request) {
	body, _ := json.Marshal(map[string]string{"name": r.FormValue("name")})
	// ok: go.security.xss-response-writer
	w.Write(body)
}

func asNumber(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	// ok: go.security.xss-response-writer
	fmt.Fprintf(w, "<b>%d</b>", n)
}

func asText(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	// ok: go.security.xss-response-writer
	fmt.Fprintln(w, r.FormValue("name"))
}

func viaHelper(w http.ResponseWriter, r *http.Request) {
	render(w, r.Header.Get("X-Title"))
}

func render(w http.ResponseWriter, title string) {
	// ruleid: go.security.xss-response-writer
	fmt.Fprint(w, "<title>"+title+"</title>")
}
