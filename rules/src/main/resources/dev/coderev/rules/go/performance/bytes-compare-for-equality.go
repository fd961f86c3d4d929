package names

import "bytes"

func same(a, b []byte) bool {
	// ruleid: go.performance.bytes-compare-for-equality
	if bytes.Compare(a, b) == 0 {
		return true
	}
	// ok: go.performance.bytes-compare-for-equality
	if bytes.Compare(a, b) < 0 {
		return false
	}
	// ok: go.performance.bytes-compare-for-equality
	return bytes.Equal(a, b)
}
