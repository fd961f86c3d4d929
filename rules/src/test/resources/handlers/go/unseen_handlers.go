package web

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/des"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/tls"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"html/template"
	"io"
	"log"
	mrand "math/rand"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	ttemplate "text/template"

	"github.com/gin-gonic/gin"
	"github.com/go-ldap/ldap/v3"
	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/mux"
	"github.com/gorilla/sessions"
	"github.com/jmoiron/sqlx"
	"github.com/labstack/echo/v4"
	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
	"gorm.io/gorm"
)

var db *sql.DB
var columns = map[string]string{"name": "name", "price": "price_cents"}
var word = regexp.MustCompile(`^[a-z0-9_]+$`)
var loose = regexp.MustCompile(`[a-z0-9_]+`)

type Column interface{ Name() string }
type openColumn struct{ raw string }
type fixedColumn struct{}

func (c openColumn) Name() string  { return c.raw }
func (c fixedColumn) Name() string { return "price" }

type Repository struct {
	db      *sql.DB
	filters []string
}

func (r *Repository) Where(clause string) *Repository {
	r.filters = append(r.filters, clause)
	return r
}

func (r *Repository) All(ctx context.Context) (*sql.Rows, error) {
	// ruleid: go.security.sql-injection
	return r.db.QueryContext(ctx, "SELECT * FROM items WHERE "+strings.Join(r.filters, " AND "))
}

func (r *Repository) Count() *sql.Row {
	// ok: go.security.sql-injection
	return r.db.QueryRow("SELECT COUNT(*) FROM items")
}

func items(w http.ResponseWriter, r *http.Request) {
	repo := &Repository{db: db}
	repo.Where("name = '" + r.FormValue("name") + "'").All(r.Context())
}

func s1(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	// ruleid: go.security.sql-injection
	db.Query("SELECT * FROM t WHERE id = " + id)
}

func s2(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	// ok: go.security.sql-injection
	db.Query("SELECT * FROM t WHERE id = ?", id)
}

func s3(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.URL.Query().Get("id"))
	if err != nil {
		http.Error(w, "bad", 400)
		return
	}
	// ok: go.security.sql-injection
	db.Query(fmt.Sprintf("SELECT * FROM t WHERE id = %d", id))
}

func s4(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.sql-injection
	db.Exec(fmt.Sprintf("DELETE FROM t WHERE a = '%s'", r.PostFormValue("a")))
}

func s5(w http.ResponseWriter, r *http.Request) {
	sort, ok := columns[r.FormValue("sort")]
	if !ok {
		sort = "name"
	}
	// ok: go.security.sql-injection
	db.Query("SELECT * FROM t ORDER BY " + sort)
}

func s6(w http.ResponseWriter, r *http.Request) {
	sort := r.FormValue("sort")
	if _, ok := columns[sort]; !ok {
		http.Error(w, "bad", 400)
		return
	}
	// ok: go.security.sql-injection
	db.Query("SELECT * FROM t ORDER BY " + sort)
}

func s7(w http.ResponseWriter, r *http.Request) {
	sort := r.FormValue("sort")
	if _, ok := columns[sort]; !ok {
		log.Print("odd column")
	}
	// ruleid: go.security.sql-injection
	db.Query("SELECT * FROM t ORDER BY " + sort)
}

func s8(w http.ResponseWriter, r *http.Request) {
	var dir string
	switch r.FormValue("dir") {
	case "up":
		dir = "ASC"
	default:
		dir = "DESC"
	}
	// ok: go.security.sql-injection
	db.Query("SELECT * FROM t ORDER BY a " + dir)
}

func s9(w http.ResponseWriter, r *http.Request) {
	var b strings.Builder
	b.WriteString("SELECT * FROM t WHERE a = '")
	fmt.Fprintf(&b, "%s'", r.FormValue("a"))
	// ruleid: go.security.sql-injection
	db.Query(b.String())
}

func s10(w http.ResponseWriter, r *http.Request) {
	ids := strings.Split(r.FormValue("ids"), ",")
	marks := make([]string, len(ids))
	args := make([]interface{}, len(ids))
	for i, id := range ids {
		marks[i] = "?"
		args[i] = id
	}
	// ok: go.security.sql-injection
	db.Query("SELECT * FROM t WHERE id IN ("+strings.Join(marks, ",")+")", args...)
}

func s11(w http.ResponseWriter, r *http.Request) {
	var c Column = openColumn{raw: r.FormValue("c")}
	// ruleid: go.security.sql-injection
	db.Query("SELECT " + c.Name() + " FROM t")
	var d Column = fixedColumn{}
	// ok: go.security.sql-injection
	db.Query("SELECT " + d.Name() + " FROM t")
}

func s12(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Name  string `json:"name"`
		Limit int    `json:"limit"`
	}
	json.NewDecoder(r.Body).Decode(&in)
	// ruleid: go.security.sql-injection
	db.Query("SELECT * FROM t WHERE name = '" + in.Name + "'")
	// ok: go.security.sql-injection
	db.Query("SELECT * FROM t LIMIT " + strconv.Itoa(in.Limit))
}

func s13(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var m map[string]string
	json.Unmarshal(body, &m)
	// ruleid: go.security.sql-injection
	db.Query("SELECT " + m["a"])
}

func s14(w http.ResponseWriter, r *http.Request) {
	m := map[string]string{"a": r.FormValue("a"), "b": "fixed"}
	// ruleid: go.security.sql-injection
	db.Query("SELECT " + m["a"])
	// ok: go.security.sql-injection
	db.Query("SELECT " + m["b"])
}

func s15(w http.ResponseWriter, r *http.Request) {
	l := []string{"x", r.FormValue("a")}
	l = append(l, "y")
	// ok: go.security.sql-injection
	db.Query("SELECT " + l[0])
	// ruleid: go.security.sql-injection
	db.Query("SELECT " + l[1])
}

func source(r *http.Request) (string, error) {
	c, err := r.Cookie("q")
	if err != nil {
		return "", err
	}
	return url.QueryUnescape(c.Value)
}

func s16(w http.ResponseWriter, r *http.Request) {
	q, err := source(r)
	if err != nil {
		return
	}
	// ruleid: go.security.sql-injection
	db.Query("SELECT " + q)
}

func s17(w http.ResponseWriter, r *http.Request) {
	run := func(q string) {
		// ruleid: go.security.sql-injection
		db.Query(q)
	}
	run("SELECT " + r.FormValue("a"))
}

func s18(w http.ResponseWriter, r *http.Request) {
	ch := make(chan string, 1)
	go func() { ch <- r.FormValue("a") }()
	select {
	case q := <-ch:
		// ruleid: go.security.sql-injection
		db.Query("SELECT " + q)
	}
}

func s19(w http.ResponseWriter, r *http.Request) {
	p := new(string)
	*p = r.FormValue("a")
	// ruleid: go.security.sql-injection
	db.Query("SELECT " + *p)
}

func s20(w http.ResponseWriter, r *http.Request) {
	err := errors.New(r.FormValue("a"))
	wrapped := fmt.Errorf("failed: %w", err)
	// todoruleid: go.security.sql-injection
	db.Query("SELECT '" + wrapped.Error() + "'")
}

func s21(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a")
	if !word.MatchString(a) {
		return
	}
	// ok: go.security.sql-injection
	db.Query("SELECT '" + a + "'")
}

func s22(w http.ResponseWriter, r *http.Request) {
	a := r.FormValue("a")
	if !loose.MatchString(a) {
		return
	}
	// ruleid: go.security.sql-injection
	db.Query("SELECT '" + a + "'")
}

func s23(w http.ResponseWriter, r *http.Request) {
	const debug = false
	a := "x"
	if debug {
		a = r.FormValue("a")
	}
	// ok: go.security.sql-injection
	db.Query("SELECT '" + a + "'")
}

func s24(w http.ResponseWriter, r *http.Request) {
	for k, vs := range r.URL.Query() {
		// ruleid: go.security.sql-injection
		db.Query("SELECT " + k)
		for _, v := range vs {
			// ruleid: go.security.sql-injection
			db.Query("SELECT " + v)
		}
	}
}

func s25(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if e := recover(); e != nil {
			// todoruleid: go.security.sql-injection
			db.Query(fmt.Sprint("SELECT ", e))
		}
	}()
	panic(r.FormValue("a"))
}

func s26(w http.ResponseWriter, r *http.Request, x *sqlx.DB) {
	var out []string
	// ruleid: go.security.sql-injection
	x.Select(&out, "SELECT a FROM t WHERE b = '"+mux.Vars(r)["b"]+"'")
	// ok: go.security.sql-injection
	x.Select(&out, "SELECT a FROM t WHERE b = $1", mux.Vars(r)["b"])
}

func s27(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.sql-injection
	st, _ := db.Prepare("SELECT * FROM t WHERE a = '" + r.FormValue("a") + "' AND b = ?")
	st.Query(1)
}

type key struct{}

func withUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, r.Header.Get("X-User"))))
	})
}

func s28(g *gorm.DB, c *gin.Context) {
	// ruleid: go.security.sql-injection
	g.Raw("SELECT * FROM t WHERE a = '" + c.Query("a") + "'")
	// ok: go.security.sql-injection
	g.Raw("SELECT * FROM t WHERE a = ?", c.Query("a"))
	// ruleid: go.security.sql-injection
	g.Where("a = '" + c.Param("a") + "'").Find(nil)
	// ok: go.security.sql-injection
	g.Where("a = ?", c.Param("a")).Find(nil)
	// ruleid: go.security.sql-injection
	g.Order(c.DefaultQuery("sort", "a")).Find(nil)
}

func s29(c echo.Context) error {
	// ruleid: go.security.sql-injection
	_, err := db.Query("SELECT * FROM t WHERE a = '" + c.QueryParam("a") + "'")
	return err
}

type Handler struct{ db *sql.DB }

func (h Handler) s30(c *gin.Context) {
	var in struct{ Name string }
	if err := c.ShouldBindJSON(&in); err != nil {
		return
	}
	// ruleid: go.security.sql-injection
	h.db.Query("SELECT * FROM t WHERE a = '" + in.Name + "'")
}

func generic[T any](v T) T { return v }

func s31(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.sql-injection
	db.Query("SELECT " + generic(r.FormValue("a")))
}

func c1(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.command-injection
	exec.Command("sh", "-c", "ping "+r.FormValue("h")).Run()
}

func c2(w http.ResponseWriter, r *http.Request) {
	// ok: go.security.command-injection
	exec.Command("ping", "-c", "1", "--", r.FormValue("h")).Run()
}

func c3(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.command-injection
	exec.CommandContext(r.Context(), r.FormValue("tool")).Run()
}

func c4(w http.ResponseWriter, r *http.Request) {
	args := []string{"-c"}
	args = append(args, "ls "+r.FormValue("d"))
	// ruleid: go.security.command-injection
	exec.Command("bash", args...).Run()
}

func c5(w http.ResponseWriter, r *http.Request) {
	tools := map[string]string{"a": "uptime"}
	// ok: go.security.command-injection
	exec.Command(tools[r.FormValue("t")]).Run()
}

func c6(c echo.Context) error {
	// ruleid: go.security.command-injection
	cmd := &exec.Cmd{Path: "/bin/sh", Args: []string{"sh", "-c", c.FormValue("x")}}
	// todoruleid: go.security.command-injection
	return cmd.Run()
}

func p1(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.path-traversal
	http.ServeFile(w, r, "/srv/"+r.FormValue("f"))
}

func p2(w http.ResponseWriter, r *http.Request) {
	// ok: go.security.path-traversal
	os.ReadFile(filepath.Join("/srv", filepath.Base(r.FormValue("f"))))
}

func p3(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.path-traversal
	os.Open(filepath.Join("/srv", r.FormValue("f")))
}

func p4(w http.ResponseWriter, r *http.Request) {
	p := filepath.Join("/srv", filepath.Clean("/"+r.FormValue("f")))
	// ok: go.security.path-traversal
	os.Open(p)
}

func p5(w http.ResponseWriter, r *http.Request) {
	p := filepath.Join("/srv", r.FormValue("f"))
	if !strings.HasPrefix(p, "/srv/") {
		http.Error(w, "no", 403)
		return
	}
	// ok: go.security.path-traversal
	os.ReadFile(p)
}

func p6(w http.ResponseWriter, r *http.Request) {
	p := "/srv/" + r.FormValue("f")
	if !strings.HasPrefix(p, "/srv/") {
		return
	}
	// ruleid: go.security.path-traversal
	os.ReadFile(p)
}

func p7(c *gin.Context) {
	f, _ := c.FormFile("f")
	// ruleid: go.security.path-traversal
	c.SaveUploadedFile(f, "/srv/up/"+f.Filename)
}

func p8(c *gin.Context) {
	// ruleid: go.security.path-traversal
	c.File("/srv/" + c.Query("f"))
}

func p9(z *zip.Reader) {
	for _, f := range z.File {
		// ruleid: go.security.archive-path-traversal
		os.Create(filepath.Join("/srv", f.Name))
	}
}

func p10(z *zip.Reader) {
	for _, f := range z.File {
		p := filepath.Join("/srv", f.Name)
		if !strings.HasPrefix(p, filepath.Clean("/srv")+string(os.PathSeparator)) {
			continue
		}
		// ok: go.security.archive-path-traversal
		os.Create(p)
	}
}

func p11(w http.ResponseWriter, r *http.Request) {
	name := path.Clean(r.FormValue("f"))
	if strings.Contains(name, "..") {
		return
	}
	// ok: go.security.path-traversal
	os.ReadFile("/srv/" + name)
}

func x1(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.xss-response-writer
	fmt.Fprintf(w, "<p>%s</p>", r.FormValue("n"))
}

func x2(w http.ResponseWriter, r *http.Request) {
	// ok: go.security.xss-response-writer
	fmt.Fprintf(w, "<p>%s</p>", html.EscapeString(r.FormValue("n")))
}

func x3(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.xss-response-writer
	w.Write([]byte("<p>" + r.FormValue("n") + "</p>"))
}

func x4(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	// ok: go.security.xss-response-writer
	w.Write([]byte(r.FormValue("n")))
}

func x5(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.xss-response-writer
	io.WriteString(w, r.Header.Get("X"))
}

func x6(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.text-template-in-response
	template.Must(template.New("a").Parse("<p>{{.}}</p>")).Execute(w, r.FormValue("n"))
}

func x7(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.text-template-in-response, go.security.template-escaping-bypassed
	template.Must(template.New("a").Parse("<p>{{.}}</p>")).Execute(w, template.HTML(r.FormValue("n")))
}

func x8(w http.ResponseWriter, r *http.Request) {
	t := ttemplate.Must(ttemplate.New("a").Parse("<p>{{.}}</p>"))
	// ruleid: go.security.text-template-in-response
	t.Execute(w, r.FormValue("n"))
}

func x9(c *gin.Context) {
	// ruleid: go.security.xss-response-writer
	c.Data(200, "text/html", []byte("<p>"+c.Query("n")+"</p>"))
}

func x10(c *gin.Context) {
	// ok: go.security.xss-response-writer
	c.JSON(200, gin.H{"n": c.Query("n")})
}

func x11(c echo.Context) error {
	// ruleid: go.security.xss-response-writer
	return c.HTML(200, "<p>"+c.QueryParam("n")+"</p>")
}

func x12(c echo.Context) error {
	// ok: go.security.xss-response-writer
	return c.String(200, c.QueryParam("n"))
}

func x13(w http.ResponseWriter, r *http.Request) {
	var b bytes.Buffer
	b.WriteString("<p>")
	b.WriteString(r.FormValue("n"))
	// ruleid: go.security.xss-response-writer
	b.WriteTo(w)
}

func x14(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.template-injection
	ttemplate.New("a").Parse("<p>" + r.FormValue("n") + "</p>")
}

func r1(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.open-redirect
	http.Redirect(w, r, r.FormValue("to"), 302)
}

func r2(w http.ResponseWriter, r *http.Request) {
	// ok: go.security.open-redirect
	http.Redirect(w, r, "/item?id="+url.QueryEscape(r.FormValue("id")), 302)
}

func r3(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse(r.FormValue("to"))
	if err != nil || u.Host != "example.org" {
		return
	}
	// ok: go.security.open-redirect
	http.Redirect(w, r, u.String(), 302)
}

func r4(c *gin.Context) {
	// ruleid: go.security.open-redirect
	c.Redirect(302, c.Query("to"))
}

func r5(c echo.Context) error {
	// ruleid: go.security.open-redirect
	return c.Redirect(302, c.QueryParam("to"))
}

func f1(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.server-side-request-forgery
	http.Get(r.FormValue("u"))
}

func f2(w http.ResponseWriter, r *http.Request) {
	// ok: go.security.server-side-request-forgery
	http.Get("https://api.example.org/?q=" + url.QueryEscape(r.FormValue("q")))
}

func f3(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.server-side-request-forgery
	req, _ := http.NewRequest("GET", "http://"+r.FormValue("h")+"/", nil)
	http.DefaultClient.Do(req)
}

func f4(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse(r.FormValue("u"))
	if err != nil {
		return
	}
	if u.Hostname() != "api.example.org" {
		return
	}
	// ok: go.security.server-side-request-forgery
	http.Get(u.String())
}

func l1(w http.ResponseWriter, r *http.Request, l *ldap.Conn) {
	// ruleid: go.security.ldap-injection
	q := ldap.NewSearchRequest("ou=p", 2, 0, 0, 0, false, "(uid="+r.FormValue("u")+")", nil, nil)
	l.Search(q)
}

func l2(w http.ResponseWriter, r *http.Request, l *ldap.Conn) {
	// ok: go.security.ldap-injection
	q := ldap.NewSearchRequest("ou=p", 2, 0, 0, 0, false, "(uid="+ldap.EscapeFilter(r.FormValue("u"))+")", nil, nil)
	l.Search(q)
}

func n1(c *gin.Context, users *mongo.Collection) {
	var filter bson.M
	c.ShouldBindJSON(&filter)
	// ruleid: go.security.nosql-injection
	users.FindOne(c, filter)
}

func n2(c *gin.Context, users *mongo.Collection) {
	// ok: go.security.nosql-injection
	users.FindOne(c, bson.M{"name": c.Query("name")})
}

func g1(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.log-injection
	log.Printf("login %s", r.FormValue("u"))
}

func g2(w http.ResponseWriter, r *http.Request) {
	// ok: go.security.log-injection
	log.Printf("login %q", r.FormValue("u"))
}

func g3(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.regexp-from-request
	regexp.MustCompile(r.FormValue("re"))
}

func g4(w http.ResponseWriter, r *http.Request, store sessions.Store) {
	s, _ := store.Get(r, "s")
	// ruleid: go.security.trust-boundary
	s.Values["role"] = r.FormValue("role")
}

func g5(w http.ResponseWriter) {
	// ruleid: go.security.cookie-without-secure
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: "x", HttpOnly: true})
}

func g6(w http.ResponseWriter) {
	// ok: go.security.cookie-without-secure
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: "x", HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
}

func g7(b []byte) {
	// ruleid: go.security.weak-hash
	_ = md5.Sum(b)
	// ruleid: go.security.weak-hash
	h := sha1.New()
	h.Write(b)
	// ok: go.security.weak-hash
	_ = sha256.Sum256(b)
	// ruleid: go.security.weak-cipher
	des.NewCipher(b)
}

func g8() string {
	// ruleid: go.security.insecure-random-secret
	token := strconv.Itoa(mrand.Int())
	return token
}

func g9() []byte {
	token := make([]byte, 16)
	// ok: go.security.insecure-random-secret
	rand.Read(token)
	return token
}

func g10() *http.Client {
	// ruleid: go.security.tls-verification-disabled
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
}

func g11(t *jwt.Token) (string, error) {
	// ruleid: go.security.jwt-hardcoded-key
	return t.SignedString([]byte("my-very-secret-key"))
}

func g12(t *jwt.Token) (string, error) {
	// ok: go.security.jwt-hardcoded-key
	return t.SignedString([]byte(os.Getenv("JWT_KEY")))
}

func g13() (*sql.DB, error) {
	// ruleid: go.security.hardcoded-database-password
	return sql.Open("mysql", "root:Tr0ub4dor@tcp(db:3306)/shop")
}

func g14(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.predictable-temporary-file
	os.WriteFile("/tmp/app-state", []byte("x"), 0600)
	// ruleid: go.security.world-writable-file
	os.WriteFile("/srv/state", []byte("x"), 0777)
}

func g15(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.security.header-injection
	w.Header().Set("X-Lang", r.FormValue("lang"))
}
