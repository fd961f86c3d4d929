package files

import (
	"log"
	"os"
)

func remove(name string) {
	err := os.Remove(name)
	// ruleid: go.correctness.empty-error-branch
	if err != nil {
	}
	// ruleid: go.correctness.empty-error-branch
	if err := os.Remove(name + ".bak"); err != nil {
	}
	// ok: go.correctness.empty-error-branch
	if err := os.Remove(name + ".tmp"); err != nil {
		log.Print(err)
	}
	// ok: go.correctness.empty-error-branch
	if err == nil {
		log.Print("removed")
	}
}
