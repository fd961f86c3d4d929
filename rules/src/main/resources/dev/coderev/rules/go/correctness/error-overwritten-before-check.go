package files

import "os"

func open(a, b string) error {
	// ruleid: go.correctness.error-overwritten-before-check
	f, err := os.Open(a)
	g, err := os.Open(b)
	if err != nil {
		return err
	}
	f.Close()
	g.Close()
	// ruleid: go.correctness.error-overwritten-before-check
	err = os.Remove(a)
	err = os.Remove(b)
	return err
}

func openChecked(a, b string) error {
	// ok: go.correctness.error-overwritten-before-check
	f, err := os.Open(a)
	if err != nil {
		return err
	}
	// ok: go.correctness.error-overwritten-before-check
	g, err := os.Open(b)
	if err != nil {
		return err
	}
	// ok: go.correctness.error-overwritten-before-check
	x, errA := os.Stat(a)
	y, errB := os.Stat(b)
	if errA != nil || errB != nil {
		return errA
	}
	_, _ = x, y
	f.Close()
	return g.Close()
}
