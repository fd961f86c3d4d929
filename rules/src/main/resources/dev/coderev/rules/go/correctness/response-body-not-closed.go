package client

import (
	"io"
	"net/http"
)

func status(url string) int {
	// ruleid: go.correctness.response-body-not-closed
	resp, err := http.Get(url)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func send(client *http.Client, req *http.Request) error {
	// ruleid: go.correctness.response-body-not-closed
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	_, err = io.ReadAll(resp.Body)
	return err
}

func text(url string) ([]byte, error) {
	// ok: go.correctness.response-body-not-closed
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func open(url string) (*http.Response, error) {
	// ok: go.correctness.response-body-not-closed
	resp, err := http.Get(url)
	return resp, err
}

func stream(url string) (io.ReadCloser, error) {
	// ok: go.correctness.response-body-not-closed
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}
