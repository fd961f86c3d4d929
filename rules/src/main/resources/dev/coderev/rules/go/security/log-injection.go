package audit

import (
	"log"
	"log/slog"
	"net/http"
	"strings"

	"github.com/golang/glog"
)

func login(w http.ResponseWriter, r *http.Request, logger *log.Logger) {
	user := r.FormValue("user")
	// ruleid: go.security.log-injection
	log.Printf("login of %s failed", user)
	// ruleid: go.security.log-injection
	log.Println("login of", user)
	// ruleid: go.security.log-injection
	logger.Printf("agent %s", r.UserAgent())
	// ok: go.security.log-injection
	log.Printf("login of %q failed", user)
	// ok: go.security.log-injection
	log.Println("login of", strings.ReplaceAll(user, "\n", " "))
	// ok: go.security.log-injection
	slog.Info("login", "user", user)
	// ok: go.security.log-injection
	log.Println("login failed")
}

func withGlog(r *http.Request) {
	// ruleid: go.security.log-injection
	glog.Infof("login of %s", r.FormValue("user"))
	// ok: go.security.log-injection
	glog.Infof("login of %q", r.FormValue("user"))
}
