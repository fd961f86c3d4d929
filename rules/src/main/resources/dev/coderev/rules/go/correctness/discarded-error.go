package files

import (
	"fmt"
	"net/http"
	"os"
	"strconv"
)

func read(name, width string) {
	// ruleid: go.correctness.discarded-error
	data, _ := os.ReadFile(name)
	fmt.Println(len(data))
	// ruleid: go.correctness.discarded-error
	n, _ := strconv.Atoi(width)
	fmt.Println(n)
	// ruleid: go.correctness.discarded-error
	resp, _ := http.Get("https://example.com")
	resp.Body.Close()
}

func readChecked(name string) error {
	// ok: go.correctness.discarded-error
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	fmt.Println(len(data))
	// ok: go.correctness.discarded-error
	value, _ := os.LookupEnv("HOME")
	fmt.Println(value)
	return nil
}
