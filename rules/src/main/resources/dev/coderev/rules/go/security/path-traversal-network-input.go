package main

import (
	"bufio"
	"net"
	"os"
	"path/filepath"
)

func serve(listener net.Listener) {
	connection, _ := listener.Accept()
	name, _ := bufio.NewReader(connection).ReadString('\n')
	// ruleid: go.security.path-traversal-network-input
	os.ReadFile("shared/" + name)
	// ok: go.security.path-traversal-network-input
	os.ReadFile("shared/" + filepath.Base(name))
	// ok: go.security.path-traversal-network-input
	os.ReadFile("shared/index.txt")
}
