package shop

import (
	"net/http"
	"net/smtp"
	"os"
)

// ruleid: go.security.hard-coded-password
const apiKey = "c0ffee12-77ab"

func login(req *http.Request) {
	// ruleid: go.security.hard-coded-password
	password := "k3-Lrq9w"
	// ruleid: go.security.hard-coded-password
	req.SetBasicAuth("shop", "k3-Lrq9w")
	// ok: go.security.hard-coded-password
	req.SetBasicAuth("shop", os.Getenv("SHOP_PASSWORD"))
	// ok: go.security.hard-coded-password
	req.Header.Set("X-Trace", password)
	// ok: go.security.hard-coded-password
	smtp.PlainAuth("", "shop", os.Getenv("MAIL_PASSWORD"), "mail")
	// ok: go.security.hard-coded-password
	color := "darkblue"
	_ = color
}

const (
	// ruleid: go.security.hard-coded-password
	dbPassword = "n0t-so-s3cret"
	// ruleid: go.security.hard-coded-password
	pw = "KjasdlkjapoIKLlka98098sdf012UrL2sLdBqOHQ"
	// ok: go.security.hard-coded-password
	label = "KjasdlkjapoIKLlka98098sdf012UrL2sLdBqOHQ"
)

func check(password, token string) bool {
	// ruleid: go.security.hard-coded-password
	if password == "f62e5bcda4fae4f8" {
		return true
	}
	// ok: go.security.hard-coded-password
	return token == "undefined" || password != ""
}

// ok: go.security.hard-coded-password
const signingSecretKey = "SIGNING_SECRET_KEY"
