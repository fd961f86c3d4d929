package shop

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

type Query struct {
	Column string
	Table  string
	Parts  []string
}

func NewQuery(column string) *Query {
	return &Query{Column: column, Table: "t"}
}

func (q *Query) Select(column string) *Query {
	q.Column = column
	return q
}

func (q *Query) From(table string) *Query {
	q.Table = table
	return q
}

func (q *Query) Build() string {
	return "select " + q.Column + " from " + q.Table
}

func (q *Query) Add(part string) {
	q.Parts = append(q.Parts, part)
}

func alias(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	a := &Query{Column: "id", Table: "t"}
	b := a
	a.Column = r.FormValue("c")
	// ruleid: go.security.sql-injection
	db.Query("select " + b.Column)
	// ok: go.security.sql-injection
	db.Query("select * from " + b.Table)
	c := Query{Column: "id"}
	d := c
	c.Column = r.FormValue("c")
	// ok: go.security.sql-injection
	db.Query("select " + d.Column)
	text := "id"
	p := &text
	*p = r.FormValue("c")
	// ruleid: go.security.sql-injection
	db.Query("select " + text)
	m := map[string]string{}
	n := m
	n["k"] = r.FormValue("c")
	// ruleid: go.security.sql-injection
	db.Query("select " + m["k"])
}

func fluent(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	c := r.URL.Query().Get("c")
	// ruleid: go.security.sql-injection
	db.Query(NewQuery("id").Select(c).From("t").Build())
	// ok: go.security.sql-injection
	db.Query(NewQuery("id").Select("id").From("t").Build())
	// ruleid: go.security.sql-injection
	db.Query(NewQuery(c).Build())
	q := NewQuery("id")
	q.Add("select")
	q.Add(c)
	// ruleid: go.security.sql-injection
	db.Query(strings.Join(q.Parts, " "))
}

func fill(target *string, text string) {
	*target = text
}

func fillMap(target map[string]string, text string) {
	target["column"] = text
	target["order"] = "asc"
}

func fillStruct(target *Query, text string) {
	target.Column = text
}

func fillBuilder(target *strings.Builder, text string) {
	target.WriteString(text)
}

func filled(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	c := r.FormValue("c")
	a := "id"
	fill(&a, c)
	// ruleid: go.security.sql-injection
	db.Query("select " + a)
	m := map[string]string{}
	fillMap(m, c)
	// ruleid: go.security.sql-injection
	db.Query("select " + m["column"])
	// ok: go.security.sql-injection
	db.Query("select " + m["order"])
	q := &Query{}
	fillStruct(q, c)
	// ruleid: go.security.sql-injection
	db.Query("select " + q.Column)
	var sb strings.Builder
	fillBuilder(&sb, c)
	// ruleid: go.security.sql-injection
	db.Query(sb.String())
}

func pair(text string) (string, string) {
	return "id", text
}

func named(text string) (column string, err error) {
	column = text
	return
}

func failing(text string) (string, error) {
	return "select " + text, nil
}

func restOf(text string, rest ...string) string {
	return rest[0]
}

func calls(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	c := r.FormValue("c")
	first, second := pair(c)
	// ok: go.security.sql-injection
	db.Query("select " + first)
	// ruleid: go.security.sql-injection
	db.Query("select " + second)
	column, _ := named(c)
	// ruleid: go.security.sql-injection
	db.Query("select " + column)
	query, err := failing(c)
	if err != nil {
		return
	}
	// ruleid: go.security.sql-injection
	db.Query(query)
	// ruleid: go.security.sql-injection
	db.Query("select " + restOf("id", c))
	// ok: go.security.sql-injection
	db.Query("select " + restOf(c, "id"))
}

func texts(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	c := r.FormValue("c")
	// ruleid: go.security.sql-injection
	db.Query(fmt.Sprintf("select %s from t", c))
	// ruleid: go.security.sql-injection
	db.Query(fmt.Sprint("select ", c))
	// ruleid: go.security.sql-injection
	db.Query(strings.Join([]string{"select", c}, " "))
	// ruleid: go.security.sql-injection
	db.Query(strings.Replace("select x", "x", c, 1))
	// ruleid: go.security.sql-injection
	db.Query("select " + strings.Split(c, ",")[0])
	var buffer bytes.Buffer
	buffer.WriteString("select ")
	buffer.WriteString(c)
	// ruleid: go.security.sql-injection
	db.Query(buffer.String())
	var sb strings.Builder
	fmt.Fprintf(&sb, "select %s", c)
	// ruleid: go.security.sql-injection
	db.Query(sb.String())
	query := "select "
	query += c
	// ruleid: go.security.sql-injection
	db.Query(query)
	// ok: go.security.sql-injection
	db.Query(fmt.Sprintf("select %d", len(c)))
	other := r.FormValue("o")
	other = "id"
	// ok: go.security.sql-injection
	db.Query("select " + other)
	raw := []byte(c)
	// ruleid: go.security.sql-injection
	db.Query("select " + string(raw))
}

func channels(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	c := r.FormValue("c")
	texts := make(chan string, 1)
	texts <- c
	// ruleid: go.security.sql-injection
	db.Query("select " + <-texts)
	others := make(chan string, 1)
	go func() {
		others <- c
	}()
	text := <-others
	// ruleid: go.security.sql-injection
	db.Query("select " + text)
	clean := make(chan string, 1)
	clean <- "id"
	// ok: go.security.sql-injection
	db.Query("select " + <-clean)
}

type body struct {
	Name string `json:"name"`
}

func decoded(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	var b body
	json.NewDecoder(r.Body).Decode(&b)
	// ruleid: go.security.sql-injection
	db.Query("select " + b.Name)
}

func closures(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	c := r.FormValue("c")
	quote := func(text string) string { return "'" + text + "'" }
	// ruleid: go.security.sql-injection
	db.Query("select " + quote(c))
	// ok: go.security.sql-injection
	db.Query("select " + quote("id"))
	result := "id"
	change := func() { result = c }
	// ok: go.security.sql-injection
	db.Query("select " + result)
	change()
	// ruleid: go.security.sql-injection
	db.Query("select " + result)
	defer func() {
		// ruleid: go.security.sql-injection
		db.Query("select " + c)
	}()
}

func ways(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	for _, values := range r.URL.Query() {
		for _, value := range values {
			// ruleid: go.security.sql-injection
			db.Query("select " + value)
		}
	}
	previous, current := "id", "id"
	for current != "" {
		// ruleid: go.security.sql-injection
		db.Query("select " + previous)
		previous = current
		current = r.FormValue("next")
	}
	var column string
	if r.Method == "POST" {
		column = r.FormValue("c")
	} else {
		column = "id"
	}
	// ruleid: go.security.sql-injection
	db.Query("select " + column)
}

func constants(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	c := r.FormValue("c")
	n := 7
	column := c
	if n/2 > 3 {
		column = c
	} else {
		column = "id"
	}
	// ok: go.security.sql-injection
	db.Query("select " + column)
	values := map[string]string{"a": "id", "b": c}
	key := "a"
	// ok: go.security.sql-injection
	db.Query("select " + values[key])
	// ruleid: go.security.sql-injection
	db.Query("select " + values["b"])
	items := []string{"a", c, "b"}
	items = items[1:]
	// ruleid: go.security.sql-injection
	db.Query("select " + items[0])
	// ok: go.security.sql-injection
	db.Query("select " + items[1])
	const debug = false
	if debug {
		// ok: go.security.sql-injection
		db.Query("select " + c)
	}
	text := "id"
	switch n % 3 {
	case 0:
		text = c
	case 1:
		text = "name"
	default:
		text = c
	}
	// ok: go.security.sql-injection
	db.Query("select " + text)
	if strings.Contains("abc", "x") {
		// ok: go.security.sql-injection
		db.Query("select " + c)
	}
	if len("abc") > 3 {
		// ok: go.security.sql-injection
		db.Query("select " + c)
	}
}
