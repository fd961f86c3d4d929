package jobs

import "testing"

func TestRun(t *testing.T) {
	done := make(chan error)
	go func() {
		// ruleid: go.correctness.test-failed-from-goroutine
		t.Fatal("failed")
	}()
	go func() {
		// ok: go.correctness.test-failed-from-goroutine
		t.Error("failed")
		done <- nil
	}()
	if err := <-done; err != nil {
		// ok: go.correctness.test-failed-from-goroutine
		t.Fatalf("failed: %v", err)
	}
}
