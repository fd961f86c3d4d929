package tools

import (
	"fmt"
	"net/http"
	"os/exec"
	"strconv"

	"github.com/labstack/echo/v4"
)

func ping(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	// ruleid: go.security.command-injection
	exec.Command("sh", "-c", "ping -c 1 "+host).Run()
	// ruleid: go.security.command-injection
	exec.CommandContext(r.Context(), "/bin/bash", "-c", fmt.Sprintf("dig %s", host)).Run()
	// ok: go.security.command-injection
	exec.Command("ping", "-c", "1", "--", host).Run()

	count, _ := strconv.Atoi(r.FormValue("count"))
	// ok: go.security.command-injection
	exec.Command("sh", "-c", fmt.Sprintf("head -n %d /var/log/app", count)).Run()
}

func tool(c echo.Context) error {
	name := c.QueryParam("tool")
	// ruleid: go.security.command-injection
	return exec.Command(name, "--version").Run()
}

func fixedTool(c echo.Context) error {
	program := "convert"
	if c.QueryParam("fast") == "1" {
		program = "vips"
	}
	// ok: go.security.command-injection
	return exec.Command(program, "in.png", "out.jpg").Run()
}

func viaHelper(w http.ResponseWriter, r *http.Request) {
	run("ls " + r.FormValue("dir"))
}

func run(line string) error {
	// ruleid: go.security.command-injection
	return exec.Command("bash", "-c", line).Run()
}
