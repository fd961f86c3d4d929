package files

import (
	"os"
	"sync"
)

func sizes(names []string) (total int64) {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		// ruleid: go.correctness.defer-in-loop
		defer f.Close()
	}
	return total
}

func counted(mu *sync.Mutex, n int) {
	for i := 0; i < n; i++ {
		mu.Lock()
		// ruleid: go.correctness.defer-in-loop
		defer mu.Unlock()
	}
}

func one(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	// ok: go.correctness.defer-in-loop
	defer f.Close()
	return nil
}

func wrapped(names []string) {
	for _, name := range names {
		func() {
			f, err := os.Open(name)
			if err != nil {
				return
			}
			// ok: go.correctness.defer-in-loop
			defer f.Close()
		}()
	}
}

func inGoroutines(names []string, wg *sync.WaitGroup) {
	for _, name := range names {
		go func() {
			f, err := os.Open(name)
			if err != nil {
				return
			}
			// ok: go.correctness.defer-in-loop
			defer f.Close()
		}()
	}
}
