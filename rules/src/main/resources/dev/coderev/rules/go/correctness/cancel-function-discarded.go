package jobs

import (
	"context"
	"time"
)

func call(ctx context.Context) {
	// ruleid: go.correctness.cancel-function-discarded
	short, _ := context.WithTimeout(ctx, time.Second)
	<-short.Done()
	// ruleid: go.correctness.cancel-function-discarded
	ctx, _ = context.WithCancel(ctx)
	<-ctx.Done()
}

func callCancelled(ctx context.Context) {
	// ok: go.correctness.cancel-function-discarded
	short, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	<-short.Done()
	// ok: go.correctness.cancel-function-discarded
	value := context.WithValue(ctx, "key", 1)
	<-value.Done()
}
