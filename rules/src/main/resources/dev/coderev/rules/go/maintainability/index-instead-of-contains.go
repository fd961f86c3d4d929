package names

import "strings"

func has(s string) bool {
	// ruleid: go.maintainability.index-instead-of-contains
	if strings.Index(s, "@") != -1 {
		return true
	}
	// ruleid: go.maintainability.index-instead-of-contains
	if strings.Index(s, "#") >= 0 {
		return true
	}
	// ok: go.maintainability.index-instead-of-contains
	if strings.Index(s, "!") > 0 {
		return true
	}
	// ok: go.maintainability.index-instead-of-contains
	return strings.Contains(s, "?")
}
