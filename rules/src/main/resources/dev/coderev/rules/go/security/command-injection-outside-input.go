package main

import (
	"bufio"
	"os"
	"os/exec"
	"strconv"
)

func main() {
	// ruleid: go.security.command-injection-outside-input
	exec.Command("sh", "-c", "tar cf "+os.Args[1]+" .").Run()
	// ok: go.security.command-injection-outside-input
	exec.Command("tar", "cf", os.Args[1], ".").Run()

	reader := bufio.NewReader(os.Stdin)
	host, _ := reader.ReadString('\n')
	// ruleid: go.security.command-injection-outside-input
	exec.Command("/bin/bash", "-c", "ping -c 1 "+host).Run()

	target := os.Getenv("ARCHIVE_TARGET")
	// ruleid: go.security.command-injection-outside-input
	exec.Command("sh", "-c", "rsync . "+target).Run()
	// ok: go.security.command-injection-outside-input
	exec.Command("sh", "-c", "ls "+os.Getenv("HOME")).Run()

	level, _ := strconv.Atoi(os.Args[2])
	// ok: go.security.command-injection-outside-input
	exec.Command("sh", "-c", "gzip -"+strconv.Itoa(level)+" out.tar").Run()
}
