package clock

import "time"

func measure(start, end time.Time) time.Duration {
	// ruleid: go.maintainability.since
	d := time.Now().Sub(start)
	// ok: go.maintainability.since
	d += time.Since(start)
	// ok: go.maintainability.since
	d += end.Sub(start)
	return d
}
