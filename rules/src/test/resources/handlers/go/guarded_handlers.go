package shop

import (
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var columns = map[string]bool{"name": true, "price": true}
var orders = map[string]string{"up": "asc", "down": "desc"}
var names = []string{"name", "price"}
var word = regexp.MustCompile(`^[a-z0-9_]+$`)
var open = regexp.MustCompile(`[a-z0-9_]+`)

func listed(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	column := r.URL.Query().Get("column")
	if !columns[column] {
		http.Error(w, "no", 400)
		return
	}
	// ok: go.security.sql-injection
	db.Query("select * from t order by " + column)
}

func listedOk(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	column := r.URL.Query().Get("column")
	if _, ok := columns[column]; !ok {
		return
	}
	// ok: go.security.sql-injection
	db.Query("select * from t order by " + column)
}

func goneOn(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	column := r.URL.Query().Get("column")
	if _, ok := columns[column]; !ok {
		fmt.Println("odd")
	}
	// ruleid: go.security.sql-injection
	db.Query("select * from t order by " + column)
}

func wrongWay(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	column := r.URL.Query().Get("column")
	if columns[column] {
		return
	}
	// ruleid: go.security.sql-injection
	db.Query("select * from t order by " + column)
}

func contained(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	column := r.FormValue("column")
	if slices.Contains(names, column) {
		// ok: go.security.sql-injection
		db.Query("select * from t order by " + column)
	}
}

func mapped(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	order, ok := orders[r.FormValue("order")]
	if !ok {
		order = "asc"
	}
	// ok: go.security.sql-injection
	db.Query("select * from t order by name " + order)
}

func equal(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	order := r.FormValue("order")
	if order != "asc" && order != "desc" {
		return
	}
	// ok: go.security.sql-injection
	db.Query("select * from t order by name " + order)
}

func switched(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	order := r.FormValue("order")
	switch order {
	case "asc", "desc":
		// ok: go.security.sql-injection
		db.Query("select * from t order by name " + order)
	default:
		// ruleid: go.security.sql-injection
		db.Query("select * from t order by name " + order)
	}
}

func matched(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	name := r.FormValue("name")
	if !word.MatchString(name) {
		return
	}
	// ok: go.security.sql-injection
	db.Query(fmt.Sprintf("select * from t where name = '%s'", name))
}

func matchedOpen(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	name := r.FormValue("name")
	if !open.MatchString(name) {
		return
	}
	// ruleid: go.security.sql-injection
	db.Query(fmt.Sprintf("select * from t where name = '%s'", name))
}

func number(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	id := r.FormValue("id")
	if _, err := strconv.Atoi(id); err != nil {
		return
	}
	// ok: go.security.sql-injection
	db.Query("select * from t where id = " + id)
}

func numberIgnored(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	id := r.FormValue("id")
	n, err := strconv.Atoi(id)
	if err != nil {
		fmt.Println(n)
	}
	// ruleid: go.security.sql-injection
	db.Query("select * from t where id = " + id)
}

func isWord(text string) bool {
	return word.MatchString(text)
}

func isKnown(text string) bool {
	for _, name := range names {
		if name == text {
			return true
		}
	}
	return false
}

func check(text string) error {
	if !columns[text] {
		return errors.New("no such column")
	}
	return nil
}

func asked(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	name := r.FormValue("name")
	if isWord(name) {
		// ok: go.security.sql-injection
		db.Query("select * from t where name = '" + name + "'")
	}
	if isKnown(name) {
		// ok: go.security.sql-injection
		db.Query("select * from t where name = '" + name + "'")
	}
	// ruleid: go.security.sql-injection
	db.Query("select * from t where name = '" + name + "'")
	if err := check(name); err != nil {
		return
	}
	// ok: go.security.sql-injection
	db.Query("select * from t where name = '" + name + "'")
}

func below(w http.ResponseWriter, r *http.Request) {
	file := filepath.Join("/srv/files", r.FormValue("file"))
	if !strings.HasPrefix(file, "/srv/files/") {
		return
	}
	// ok: go.security.path-traversal
	os.ReadFile(file)
}

func notCleaned(w http.ResponseWriter, r *http.Request) {
	file := "/srv/files/" + r.FormValue("file")
	if !strings.HasPrefix(file, "/srv/files/") {
		return
	}
	// ruleid: go.security.path-traversal
	os.ReadFile(file)
}

func dots(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	name := r.FormValue("file")
	if strings.Contains(name, "..") {
		return
	}
	// ok: go.security.path-traversal
	os.ReadFile("/srv/files/" + name)
	// ruleid: go.security.sql-injection
	db.Query("select * from t where name = '" + name + "'")
}

func host(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("url")
	u, err := url.Parse(target)
	if err != nil || u.Hostname() != "api.example.com" {
		return
	}
	// ok: go.security.server-side-request-forgery
	http.Get(target)
}

func scheme(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("url")
	u, err := url.Parse(target)
	if err != nil || u.Scheme != "https" {
		return
	}
	// ruleid: go.security.server-side-request-forgery
	http.Get(target)
}
