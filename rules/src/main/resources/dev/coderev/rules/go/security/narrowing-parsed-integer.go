package numbers

import (
	"math"
	"strconv"
)

func port(s string) (uint16, error) {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, err
	}
	// ruleid: go.security.narrowing-parsed-integer
	return uint16(n), nil
}

func size(s string) int32 {
	n, _ := strconv.Atoi(s)
	// ruleid: go.security.narrowing-parsed-integer
	return int32(n)
}

func checkedPort(s string) uint16 {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > math.MaxUint16 {
		return 0
	}
	// ok: go.security.narrowing-parsed-integer
	return uint16(n)
}

func wide(s string) int64 {
	n, _ := strconv.Atoi(s)
	// ok: go.security.narrowing-parsed-integer
	return int64(n)
}

func sized(s string) int32 {
	n, _ := strconv.ParseInt(s, 10, 32)
	// ok: go.security.narrowing-parsed-integer
	return int32(n)
}
