package page

import (
	"html/template"
	"net/http"
)

var view = template.Must(template.New("v").Parse("<p>{{.}}</p>"))

func comment(w http.ResponseWriter, r *http.Request) {
	text := r.FormValue("text")
	// ruleid: go.security.template-escaping-bypassed
	view.Execute(w, template.HTML(text))
	// ruleid: go.security.template-escaping-bypassed
	view.Execute(w, template.JS("var t = '"+text+"'"))
	// ok: go.security.template-escaping-bypassed
	view.Execute(w, text)
	// ok: go.security.template-escaping-bypassed
	view.Execute(w, template.HTML("<b>fixed</b>"))
	// ok: go.security.template-escaping-bypassed
	view.Execute(w, template.HTML("<b>"+template.HTMLEscapeString(text)+"</b>"))
}
