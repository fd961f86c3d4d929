package shop

import (
	"context"
	"database/sql"
	"encoding/gob"
	"fmt"
	"html"
	"html/template"
	"io"
	"log"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

func query(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	name := r.URL.Query().Get("name")
	// ruleid: go.security.sql-injection
	db.Query("select * from t where name = '" + name + "'")
	// ruleid: go.security.sql-injection
	db.QueryRowContext(context.Background(), fmt.Sprintf("select * from t where name = '%s'", name))
	// ok: go.security.sql-injection
	db.Query("select * from t where name = ?", name)
	// ruleid: go.security.sql-injection
	db.Exec("delete from t where name = '" + r.PostFormValue("name") + "'")
}

func ginQuery(c *gin.Context, db *gorm.DB) {
	name := c.Query("name")
	// ruleid: go.security.sql-injection
	db.Raw("select * from t where name = '" + name + "'")
	// ok: go.security.sql-injection
	db.Raw("select * from t where name = ?", name)
	// ruleid: go.security.sql-injection
	db.Where("name = '" + c.Param("name") + "'")
	// ok: go.security.sql-injection
	db.Where("name = ?", c.PostForm("name"))
}

func echoQuery(c echo.Context, db *sql.DB) error {
	// ruleid: go.security.sql-injection
	_, err := db.Query("select * from t where name = '" + c.QueryParam("name") + "'")
	return err
}

func command(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	// ruleid: go.security.command-injection
	exec.Command("sh", "-c", "ping "+host).Run()
	// ok: go.security.command-injection
	exec.Command("ping", host).Run()
	// ruleid: go.security.command-injection
	exec.Command(host).Run()
}

func xss(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: go.security.xss-response-writer
	fmt.Fprintf(w, "<b>%s</b>", name)
	// ruleid: go.security.xss-response-writer
	w.Write([]byte("<b>" + name + "</b>"))
	// ruleid: go.security.xss-response-writer
	io.WriteString(w, "<b>"+name+"</b>")
	// ok: go.security.xss-response-writer
	fmt.Fprintf(w, "<b>%s</b>", html.EscapeString(name))
	// ok: go.security.xss-response-writer
	fmt.Fprint(w, template.HTMLEscapeString(name))
}

func templated(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.template-injection
	t, _ := template.New("x").Parse("Hello " + r.FormValue("name"))
	t.Execute(w, nil)
	// ruleid: go.security.template-escaping-bypassed
	h := template.HTML(r.FormValue("name"))
	_ = h
}

func path(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("file")
	// ruleid: go.security.path-traversal
	os.Open("/srv/" + name)
	// ruleid: go.security.path-traversal
	http.ServeFile(w, r, filepath.Join("/srv", name))
	// ok: go.security.path-traversal
	os.Open("/srv/" + filepath.Base(name))
}

func ssrf(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("url")
	// ruleid: go.security.server-side-request-forgery
	http.Get(target)
	// ruleid: go.security.server-side-request-forgery
	req, _ := http.NewRequest("GET", target, nil)
	_ = req
}

func redirect(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.open-redirect
	http.Redirect(w, r, r.FormValue("next"), http.StatusFound)
	// ok: go.security.open-redirect
	http.Redirect(w, r, "/home", http.StatusFound)
}

func logged(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.log-injection
	log.Printf("login of %s", r.FormValue("user"))
	// ok: go.security.log-injection
	log.Printf("login of %q", r.FormValue("user"))
}

func load(w http.ResponseWriter, r *http.Request) {
	var order Order
	// ruleid: go.security.gob-from-request
	gob.NewDecoder(r.Body).Decode(&order)
}

func expression(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.regexp-from-request
	regexp.MustCompile(r.FormValue("p"))
}
