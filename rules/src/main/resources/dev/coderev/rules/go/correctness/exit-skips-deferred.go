package main

import (
	"log"
	"os"
)

func write(name string) {
	f, err := os.Create(name)
	if err != nil {
		// ok: go.correctness.exit-skips-deferred
		log.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteString("x"); err != nil {
		// ruleid: go.correctness.exit-skips-deferred
		log.Fatal(err)
	}
	if err := f.Sync(); err != nil {
		// ruleid: go.correctness.exit-skips-deferred
		os.Exit(1)
	}
	// ok: go.correctness.exit-skips-deferred
	log.Print("written")
}
