package names

import "strings"

func join(words []string) string {
	text := ""
	for _, word := range words {
		// ruleid: go.performance.string-built-in-loop
		text += word
	}
	var other string
	for i := 0; i < 3; i++ {
		// ruleid: go.performance.string-built-in-loop
		other = other + "x"
	}
	return text + other
}

func joinBuilt(words []string) string {
	var out strings.Builder
	total := 0
	for _, word := range words {
		out.WriteString(word)
		// ok: go.performance.string-built-in-loop
		total += len(word)
	}
	text := "head"
	// ok: go.performance.string-built-in-loop
	text += "tail"
	return text + out.String()
}
