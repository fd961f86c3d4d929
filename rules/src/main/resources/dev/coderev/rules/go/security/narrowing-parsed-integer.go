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

func level(text string) (uint8, int16) {
	wide, _ := strconv.ParseInt(text, 10, 64)
	middle, _ := strconv.ParseUint(text, 10, 32)
	// ruleid: go.security.narrowing-parsed-integer
	first := uint8(wide)
	// ruleid: go.security.narrowing-parsed-integer
	second := int16(middle)
	return first, second
}

func exact(text string) int16 {
	fitting, _ := strconv.ParseInt(text, 10, 16)
	// ok: go.security.narrowing-parsed-integer
	return int16(fitting)
}
