package fixture

import (
	"errors"
	"log"
)

type login struct {
	user     string
	password string
}

var errPassword = errors.New("password missing")

func signIn(given login, apiKey string) {
	// ruleid: go.security.secret-in-log
	log.Printf("login of %s with %s", given.user, given.password)
	// ruleid: go.security.secret-in-log
	log.Println("key: " + apiKey)
	// ok: go.security.secret-in-log
	log.Printf("login of %s", given.user)
	// ok: go.security.secret-in-log
	log.Println(errPassword)
	// ok: go.security.secret-in-log
	log.Println("no password given")
}
