package jobs

import (
	"context"
	"time"
)

func wait(ctx context.Context) {
	// ruleid: go.correctness.sleep-without-unit
	time.Sleep(100)
	// ruleid: go.correctness.sleep-without-unit
	<-time.After(30)
	// ok: go.correctness.sleep-without-unit
	time.Sleep(100 * time.Millisecond)
	// ok: go.correctness.sleep-without-unit
	time.Sleep(0)
	// ok: go.correctness.sleep-without-unit
	short, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	<-short.Done()
}
