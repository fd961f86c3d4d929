package fixture

import (
	"log"
	"net/http"
	"runtime"
	"runtime/debug"
)

var debugging bool

func recovered(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.stack-trace-to-client
	w.Write(debug.Stack())
	buffer := make([]byte, 4096)
	length := runtime.Stack(buffer, false)
	log.Printf("panic: %s", buffer[:length])
	if debugging {
		// ok: go.security.stack-trace-to-client
		w.Write(buffer[:length])
	}
	// ruleid: go.security.stack-trace-to-client
	http.Error(w, string(buffer[:length]), 500)
	// ok: go.security.stack-trace-to-client
	http.Error(w, "something failed", 500)
}
