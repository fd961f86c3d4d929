package fixture

import "regexp"

var (
	// ruleid: go.security.host-expression-too-wide
	dots = regexp.MustCompile(`^https://(www|api).shop.com/`)
	// ruleid: go.security.host-expression-too-wide
	open = regexp.MustCompile(`https?://www\.shop\.com/`)
	// ok: go.security.host-expression-too-wide
	closed = regexp.MustCompile(`^https://(www|api)\.shop\.com/`)
	// ok: go.security.host-expression-too-wide
	word = regexp.MustCompile(`[a-z]+\.txt`)
)
