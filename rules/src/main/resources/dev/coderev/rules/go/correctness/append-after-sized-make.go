package lists

func lengths(words []string) []int {
	// ruleid: go.correctness.append-after-sized-make
	out := make([]int, len(words))
	for _, word := range words {
		out = append(out, len(word))
	}
	return out
}

func lengthsIndexed(words []string) []int {
	// ok: go.correctness.append-after-sized-make
	out := make([]int, len(words))
	for i, word := range words {
		out[i] = len(word)
	}
	return out
}

func lengthsGrown(words []string) []int {
	// ok: go.correctness.append-after-sized-make
	out := make([]int, 0, len(words))
	for _, word := range words {
		out = append(out, len(word))
	}
	return out
}
