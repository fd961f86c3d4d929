package store

import "fmt"

func wrap(err error, name string) error {
	if name == "" {
		// ruleid: go.maintainability.error-not-wrapped
		return fmt.Errorf("open store: %v", err)
	}
	if name == "a" {
		// ruleid: go.maintainability.error-not-wrapped
		return fmt.Errorf("open store: %s", err)
	}
	if name == "b" {
		// ok: go.maintainability.error-not-wrapped
		return fmt.Errorf("open store: %w", err)
	}
	// ok: go.maintainability.error-not-wrapped
	return fmt.Errorf("no store named %s", name)
}
