package names

import "strings"

func strip(s string) string {
	// ruleid: go.correctness.trim-with-word
	s = strings.TrimLeft(s, "https://")
	// ruleid: go.correctness.trim-with-word
	s = strings.TrimRight(s, ".go")
	// ok: go.correctness.trim-with-word
	s = strings.TrimLeft(s, " \t")
	// ok: go.correctness.trim-with-word
	s = strings.TrimRight(s, "/")
	// ok: go.correctness.trim-with-word
	s = strings.TrimPrefix(s, "https://")
	return s
}
