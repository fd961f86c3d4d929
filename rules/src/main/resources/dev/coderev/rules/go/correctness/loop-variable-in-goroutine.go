package jobs

import "fmt"

func start(items []string) {
	for _, item := range items {
		// ruleid: go.correctness.loop-variable-in-goroutine
		go func() {
			fmt.Println(item)
		}()
		// ok: go.correctness.loop-variable-in-goroutine
		go func(item string) {
			fmt.Println(item)
		}(item)
		// ok: go.correctness.loop-variable-in-goroutine
		go func() {
			fmt.Println("turn")
		}()
	}
}

func startCopied(items []string) {
	for _, item := range items {
		item := item
		// ok: go.correctness.loop-variable-in-goroutine
		go func() {
			fmt.Println(item)
		}()
	}
}
