package shop

import "net/http"

func routes(r *http.Request, handler http.Handler) {
	// ruleid: go.security.csrf-protection-off
	r = csrf.UnsafeSkipCheck(r)
	protected := nosurf.New(handler)
	// ruleid: go.security.csrf-protection-off
	protected.ExemptPath("/transfer")
	// ok: go.security.csrf-protection-off
	protected.SetFailureHandler(handler)
	// ok: go.security.csrf-protection-off
	csrf.Protect([]byte("key"))(handler)
}
