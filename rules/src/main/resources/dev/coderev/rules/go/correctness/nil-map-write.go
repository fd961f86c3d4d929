package counts

func count(words []string) map[string]int {
	var seen map[string]int
	for _, word := range words {
		// ruleid: go.correctness.nil-map-write
		seen[word] = 1
	}
	return seen
}

func countMade(words []string) map[string]int {
	var seen map[string]int
	seen = make(map[string]int)
	for _, word := range words {
		// ok: go.correctness.nil-map-write
		seen[word] = 1
	}
	literal := map[string]int{}
	// ok: go.correctness.nil-map-write
	literal["a"] = 1
	return seen
}
