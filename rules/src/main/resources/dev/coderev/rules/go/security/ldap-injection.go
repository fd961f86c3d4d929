package directory

import (
	"fmt"
	"net/http"

	"github.com/go-ldap/ldap/v3"
)

func find(conn *ldap.Conn, r *http.Request) {
	uid := r.FormValue("uid")
	// ruleid: go.security.ldap-injection
	conn.Search(ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, "(uid="+uid+")", nil, nil))

	filter := fmt.Sprintf("(&(objectClass=person)(uid=%s))", uid)
	// ruleid: go.security.ldap-injection
	conn.Search(ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, filter, nil, nil))
	// ok: go.security.ldap-injection
	conn.Search(ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, "(uid="+ldap.EscapeFilter(uid)+")", nil, nil))
	// ok: go.security.ldap-injection
	conn.Search(ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, "(objectClass=group)", nil, nil))
}
