package page

import (
	"net/http"
	"os"
	"text/template"
)

var view = template.Must(template.New("v").Parse("<p>{{.Name}}</p>"))

func show(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.text-template-in-response
	view.Execute(w, r.URL.Query())
	// ruleid: go.security.text-template-in-response
	view.ExecuteTemplate(w, "v", nil)
}

func report() {
	// ok: go.security.text-template-in-response
	view.Execute(os.Stdout, nil)
}

func save(f *os.File) error {
	// ok: go.security.text-template-in-response
	return view.Execute(f, nil)
}
