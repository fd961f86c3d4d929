package names

import (
	"fmt"
	"strconv"
)

func text(n int, v fmt.Stringer, words []string) {
	// ruleid: go.performance.sprintf-of-string
	fmt.Sprintf("%d", len(words))
	// ruleid: go.performance.sprintf-of-string
	fmt.Sprintf("%s", "constant")
	// ok: go.performance.sprintf-of-string
	fmt.Sprintf("%s", v)
	// ok: go.performance.sprintf-of-string
	fmt.Sprintf("%05d", len(words))
	// ok: go.performance.sprintf-of-string
	strconv.Itoa(n)
}
