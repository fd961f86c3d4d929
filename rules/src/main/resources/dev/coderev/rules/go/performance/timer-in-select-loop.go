package jobs

import "time"

func drain(in chan int) {
	for {
		select {
		case <-in:
		// ruleid: go.performance.timer-in-select-loop
		case <-time.After(time.Minute):
			return
		}
	}
}

func once(in chan int) {
	select {
	case <-in:
	// ok: go.performance.timer-in-select-loop
	case <-time.After(time.Minute):
	}
}

func ticking(in chan int) {
	timer := time.NewTimer(time.Minute)
	for {
		select {
		case <-in:
		// ok: go.performance.timer-in-select-loop
		case <-timer.C:
			return
		}
	}
}
