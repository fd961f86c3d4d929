package fixture

import "golang.org/x/oauth2"

const fixed = "login"

func begin(config *oauth2.Config, random string) []string {
	// ruleid: go.security.constant-oauth-state
	first := config.AuthCodeURL("state-token", oauth2.AccessTypeOffline)
	// ruleid: go.security.constant-oauth-state
	second := config.AuthCodeURL(fixed)
	// ok: go.security.constant-oauth-state
	third := config.AuthCodeURL(random)
	return []string{first, second, third}
}

func terminal(id string) string {
	config := &oauth2.Config{ClientID: id, RedirectURL: "http://localhost:8080/callback"}
	// ok: go.security.constant-oauth-state
	return config.AuthCodeURL("tool")
}
