package names

import "strings"

func clean(s string) string {
	// ruleid: go.maintainability.replace-all
	s = strings.Replace(s, " ", "_", -1)
	// ruleid: go.maintainability.replace-all
	s = strings.Replace(s, "-", "_", -1)
	// ok: go.maintainability.replace-all
	s = strings.Replace(s, "__", "_", 1)
	// ok: go.maintainability.replace-all
	return strings.ReplaceAll(s, ".", "_")
}
