package jobs

import "log"

func run() {
	// ruleid: go.correctness.deferred-recover-call
	defer recover()
	work()
}

func runGuarded() {
	// ok: go.correctness.deferred-recover-call
	defer func() {
		if r := recover(); r != nil {
			log.Print(r)
		}
	}()
	work()
}

func work() {}
