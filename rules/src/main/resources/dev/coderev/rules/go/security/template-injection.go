package page

import (
	"html/template"
	"net/http"
)

func preview(w http.ResponseWriter, r *http.Request) {
	body := r.FormValue("body")
	// ruleid: go.security.template-injection
	t, err := template.New("preview").Parse(body)
	if err != nil {
		return
	}
	t.Execute(w, nil)
	// ruleid: go.security.template-injection
	template.New("mail").Parse("<p>" + body + "</p>")
	// ok: go.security.template-injection
	safe, _ := template.New("preview").Parse("<p>{{.}}</p>")
	safe.Execute(w, body)
}

func named(w http.ResponseWriter, r *http.Request) {
	// ok: go.security.template-injection
	t, _ := template.New(r.FormValue("name")).Parse("{{.}}")
	t.Execute(w, nil)
}
