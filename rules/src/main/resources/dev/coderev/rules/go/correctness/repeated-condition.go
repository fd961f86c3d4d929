package grades

import "strings"

func grade(n int) string {
	// ruleid: go.correctness.repeated-condition
	if n > 90 {
		return "A"
	} else if n > 90 {
		return "B"
	}
	// ok: go.correctness.repeated-condition
	if n > 80 {
		return "C"
	} else if n > 70 {
		return "D"
	}
	// ok: go.correctness.repeated-condition
	if strings.HasPrefix("ab", "a") {
		return "E"
	} else if strings.HasPrefix("ab", "b") {
		return "F"
	}
	return ""
}
