package fixture

import (
	"net/http"
	"os/exec"
	"strings"
)

func mirror(w http.ResponseWriter, r *http.Request) {
	remote := r.FormValue("remote")
	// ruleid: go.security.argument-injection
	exec.Command("git", "clone", "--depth=1", remote).Run()
	// ok: go.security.argument-injection
	exec.Command("git", "clone", "--", remote).Run()
	// ok: go.security.argument-injection
	exec.Command("git", "show", remote).Run()
	// ruleid: go.security.argument-injection
	exec.Command("rsync", "-a", remote, "/srv/mirror").Run()
	// ok: go.security.argument-injection
	exec.Command("rsync", "-a", "backup@host:"+remote, "/srv/mirror").Run()
	if !strings.HasPrefix(remote, "-") {
		// ok: go.security.argument-injection
		exec.Command("tar", "xf", remote).Run()
	}
}
