package jobs

import "sync"

// ruleid: go.correctness.lock-copied
func work(wg sync.WaitGroup, n int) {
	wg.Done()
}

// ruleid: go.correctness.lock-copied
func guarded(n int, mu sync.Mutex) {
	mu.Lock()
	defer mu.Unlock()
}

// ok: go.correctness.lock-copied
func workShared(wg *sync.WaitGroup, n int) {
	wg.Done()
}

// ok: go.correctness.lock-copied
func guardedShared(mu *sync.Mutex) {
	mu.Lock()
	defer mu.Unlock()
}
