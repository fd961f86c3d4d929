package proxy

import (
	"fmt"
	"net/http"
	"net/url"
)

func fetch(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("url")
	// ruleid: go.security.server-side-request-forgery
	http.Get(target)
	// ruleid: go.security.server-side-request-forgery
	http.Post("http://"+target, "text/plain", nil)
	// ruleid: go.security.server-side-request-forgery
	req, _ := http.NewRequest("GET", fmt.Sprintf("https://%s/status", target), nil)
	http.DefaultClient.Do(req)
	// ok: go.security.server-side-request-forgery
	http.Get("https://api.example.com/items/" + url.PathEscape(target))
	// ok: go.security.server-side-request-forgery
	http.Get(fmt.Sprintf("https://api.example.com/items?q=%s", target))
	// ok: go.security.server-side-request-forgery
	http.NewRequest("POST", "https://api.example.com/", r.Body)
}

func withClient(client *http.Client, r *http.Request) {
	// ruleid: go.security.server-side-request-forgery
	client.Get(r.Header.Get("X-Callback"))
	// ok: go.security.server-side-request-forgery
	client.Get("https://status.example.com")
}

func chosen(w http.ResponseWriter, r *http.Request) {
	mirror := "https://a.example.com"
	if r.FormValue("mirror") == "b" {
		mirror = "https://b.example.com"
	}
	// ok: go.security.server-side-request-forgery
	http.Get(mirror)
}
