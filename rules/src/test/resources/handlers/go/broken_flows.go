package shop

import (
	"database/sql"
	"encoding/base64"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strings"
)

type source interface {
	text(given string) string
}

type same struct{}

func (s same) text(given string) string {
	return given
}

type fixed struct{}

func (f fixed) text(given string) string {
	return "fixed"
}

type holder struct {
	name string
	kind string
}

func (h *holder) set(name string) {
	h.name = name
}

func (h holder) get() string {
	return h.name
}

func either(text string, use bool) string {
	if use {
		return text
	}
	return "constant"
}

func deep(text string, depth int) string {
	if depth == 0 {
		return text
	}
	return deep(text, depth-1)
}

func helpers(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	text := r.FormValue("text")
	// ruleid: go.security.sql-injection
	db.Query("select " + either(text, true))
	// ok: go.security.sql-injection
	db.Query("select " + either(text, false))
	// ruleid: go.security.sql-injection
	db.Query("select " + deep(text, 3))
	// ruleid: go.security.sql-injection
	db.Query("select " + same{}.text(text))
	// ok: go.security.sql-injection
	db.Query("select " + fixed{}.text(text))
	h := &holder{kind: "all"}
	h.set(text)
	// ruleid: go.security.sql-injection
	db.Query("select " + h.get())
	// ok: go.security.sql-injection
	db.Query("select " + h.kind)
}

func coded(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	text := r.FormValue("text")
	there := base64.StdEncoding.EncodeToString([]byte(text))
	back, _ := base64.StdEncoding.DecodeString(there)
	// ruleid: go.security.sql-injection
	db.Query("select " + string(back))
	decoded, _ := url.QueryUnescape(text)
	// ruleid: go.security.sql-injection
	db.Query("select " + decoded)
	// ruleid: go.security.sql-injection
	db.Query("select " + html.EscapeString(text))
	// ruleid: go.security.sql-injection
	db.Query("select " + strings.ToUpper(strings.TrimSpace(text)))
	// ruleid: go.security.sql-injection
	db.Query("select " + text[1:])
	var sb strings.Builder
	for _, c := range text {
		sb.WriteRune(c)
	}
	// ruleid: go.security.sql-injection
	db.Query("select " + sb.String())
}

func unreachable(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	text := r.FormValue("text")
	value := "1"
	if 1 > 2 {
		value = text
	}
	// ok: go.security.sql-injection
	db.Query("select " + value)
	switch "ABC"[1] {
	case 'A':
		value = text
	case 'B':
		value = "1"
	default:
		value = text
	}
	// ok: go.security.sql-injection
	db.Query("select " + value)
	for i := 0; i < 3; i++ {
		value += text
	}
	// ruleid: go.security.sql-injection
	db.Query("select " + value)
	if text == "" {
		panic("no")
	}
	// ruleid: go.security.sql-injection
	db.Query("select " + text)
	return
	// ok: go.security.sql-injection
	db.Query("select " + text)
}

func containers(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	text := r.FormValue("text")
	names := []string{"a", text, "b"}
	// ok: go.security.sql-injection
	db.Query("select " + names[0])
	// ruleid: go.security.sql-injection
	db.Query("select " + names[1])
	names = append(names[:1], names[2:]...)
	// ok: go.security.sql-injection
	db.Query("select " + names[1])
	table := map[string]map[string]string{"a": {"b": text, "c": "1"}}
	// ok: go.security.sql-injection
	db.Query("select " + table["a"]["c"])
	// ruleid: go.security.sql-injection
	db.Query("select " + table["a"]["b"])
	pair := [2]string{text, "1"}
	// ok: go.security.sql-injection
	db.Query("select " + pair[1])
	// ruleid: go.security.sql-injection
	db.Query("select " + pair[0])
	var any interface{} = text
	if s, ok := any.(string); ok {
		// ruleid: go.security.sql-injection
		db.Query("select " + s)
	}
	delete(table, "a")
	list := make([]string, 0)
	list = append(list, "1", "2")
	// ok: go.security.sql-injection
	db.Query(fmt.Sprintf("select %s", strings.Join(list, ",")))
	list = append(list, text)
	// ruleid: go.security.sql-injection
	db.Query(fmt.Sprintf("select %s", strings.Join(list, ",")))
	copied := make([]string, 1)
	copy(copied, []string{text})
	// ruleid: go.security.sql-injection
	db.Query("select " + copied[0])
}
