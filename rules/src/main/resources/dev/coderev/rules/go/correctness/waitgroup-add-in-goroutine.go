package jobs

import "sync"

func run(items []string) {
	var wg sync.WaitGroup
	for range items {
		go func() {
			// ruleid: go.correctness.waitgroup-add-in-goroutine
			wg.Add(1)
			defer wg.Done()
		}()
	}
	wg.Wait()
}

func runCounted(items []string) {
	var wg sync.WaitGroup
	for range items {
		// ok: go.correctness.waitgroup-add-in-goroutine
		wg.Add(1)
		go func() {
			defer wg.Done()
		}()
	}
	wg.Wait()
}

func runNested(items []string) {
	var all sync.WaitGroup
	all.Add(1)
	go func() {
		defer all.Done()
		var some sync.WaitGroup
		for range items {
			// ok: go.correctness.waitgroup-add-in-goroutine
			some.Add(1)
			go func() {
				defer some.Done()
			}()
		}
		some.Wait()
	}()
	all.Wait()
}
