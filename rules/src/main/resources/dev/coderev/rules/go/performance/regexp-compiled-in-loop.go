package names

import "regexp"

var letters = regexp.MustCompile(`[a-z]+`)

func match(words []string, custom []string) {
	for _, word := range words {
		// ruleid: go.performance.regexp-compiled-in-loop
		regexp.MustCompile(`[0-9]+`).MatchString(word)
		// ruleid: go.performance.regexp-compiled-in-loop
		regexp.MatchString("[A-Z]+", word)
		// ok: go.performance.regexp-compiled-in-loop
		letters.MatchString(word)
	}
	for _, expr := range custom {
		// ok: go.performance.regexp-compiled-in-loop
		regexp.MustCompile(expr).MatchString("text")
	}
	// ok: go.performance.regexp-compiled-in-loop
	regexp.MustCompile(`x+`).MatchString("text")
}
