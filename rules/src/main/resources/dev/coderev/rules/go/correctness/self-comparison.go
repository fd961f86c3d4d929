package points

type point struct{ x, y int }

func equal(a, b point) bool {
	// ruleid: go.correctness.self-comparison
	return a.x == a.x && a.y == b.y
}

func less(v []int, i, j int) bool {
	// ruleid: go.correctness.self-comparison
	return v[i] < v[i]
}

func equalBoth(a, b point) bool {
	// ok: go.correctness.self-comparison
	return a.x == b.x && a.y == b.y
}

func lessOther(v []int, i, j int) bool {
	// ok: go.correctness.self-comparison
	return v[i] < v[j]
}
