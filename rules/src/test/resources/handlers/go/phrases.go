package main
import ("bytes";"database/sql";"encoding/base64";"encoding/json";"encoding/xml";"fmt";"html";"html/template";"io";"log";"net/http";"net/url";"os";"os/exec";"path/filepath";"regexp";"slices";"strconv";"strings";"github.com/gorilla/mux";"github.com/go-chi/chi/v5")
var db *sql.DB
var re = regexp.MustCompile(`^[a-z]+$`)
var oks = map[string]bool{"a": true}
var cols = map[string]string{"a": "b"}
type Box struct { V string }
var box Box
func (b *Box) Get() string { return b.V }
func (b *Box) Set(v string) { b.V = v }
func ident(s string) string { return s }
func konst(s string) string { return "a" }
func gen[T any](v T, f func(T)) { f(v) }
func m0(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Query("select " + q)
}
func m1(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	db.Query("select ?", q)
}
func m2(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Query(fmt.Sprintf("select %s", q))
}
func m3(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	n, err := strconv.Atoi(q); if err != nil { return }; db.Query(fmt.Sprintf("select %d", n))
}
func m4(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	if regexp.MustCompile(`^[a-z]+$`).MatchString(q) { db.Query(q) }
}
func m5(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	if !re.MatchString(q) { return }; db.Query(q)
}
func m6(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	if oks[q] { db.Query(q) }
}
func m7(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	if _, ok := cols[q]; ok { db.Query(q) }
}
func m8(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	if slices.Contains([]string{"a"}, q) { db.Query(q) }
}
func m9(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	v := "a"; if q == "b" { v = "b" }; db.Query(v)
}
func m10(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	switch q { case "a", "b": db.Query(q) }
}
func m11(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	m := map[string]string{"k": q}; db.Query(m["k"])
}
func m12(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	m := map[string]string{"k": q, "s": "s"}; db.Query(m["s"])
}
func m13(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	l := []string{q}; db.Query(l[0])
}
func m14(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	l := []string{}; l = append(l, q); db.Query(strings.Join(l, ","))
}
func m15(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	for _, p := range strings.Split(q, ",") { db.Query(p) }
}
func m16(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	var b strings.Builder; b.WriteString(q); db.Query(b.String())
}
func m17(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	var b bytes.Buffer; b.WriteString(q); db.Query(b.String())
}
func m18(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Query(string([]byte(q)))
}
func m19(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Query(strings.ToLower(strings.TrimSpace(q)))
}
func m20(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Query(ident(q))
}
func m21(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	db.Query(konst(q))
}
func m22(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	x := Box{V: q}; db.Query(x.V)
}
func m23(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	x := &Box{V: q}; db.Query(x.Get())
}
func m24(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	x := &Box{V: "a"}; db.Query(x.Get())
}
func m25(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	x := &Box{}; x.Set(q); db.Query(x.Get())
}
func m26(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	f := func(s string) string { return s }; db.Query(f(q))
}
func m27(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	func() { db.Query(q) }()
}
func m28(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	go func(s string) { db.Query(s) }(q)
}
func m29(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	defer db.Query(q)
}
func m30(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	ch := make(chan string, 1); ch <- q; db.Query(<-ch)
}
func m31(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	var i interface{} = q; db.Query(i.(string))
}
func m32(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	p := &q; db.Query(*p)
}
func m33(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	a, b := q, "s"; _ = b; db.Query(a)
}
func m34(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	s := "select "; s += q; db.Query(s)
}
func m35(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	d, _ := url.QueryUnescape(q); db.Query(d)
}
func m36(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	d, _ := base64.StdEncoding.DecodeString(q); db.Query(string(d))
}
func m37(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	var t struct{ A string }; json.NewDecoder(r.Body).Decode(&t); db.Query(t.A)
}
func m38(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection, go.security.unlimited-request-body
	body, _ := io.ReadAll(r.Body); db.Query(string(body))
}
func m39(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Query(r.FormValue("a"))
}
func m40(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Query(r.Header.Get("a"))
}
func m41(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	c, _ := r.Cookie("a"); db.Query(c.Value)
}
func m42(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Query(r.URL.Path)
}
func m43(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Query(r.PostFormValue("a"))
}
func m44(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	r.ParseForm(); db.Query(r.Form["a"][0])
}
func m45(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Query(mux.Vars(r)["a"])
}
func m46(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Query(chi.URLParam(r, "a"))
}
func m47(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.command-injection
	exec.Command("sh", "-c", q).Run()
}
func m48(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	exec.Command("ls", q).Run()
}
func m49(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.command-injection
	exec.Command(q).Run()
}
func m50(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.path-traversal
	os.Open("/srv/" + q)
}
func m51(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.path-traversal
	os.ReadFile(filepath.Join("/srv", q))
}
func m52(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	os.ReadFile(filepath.Join("/srv", filepath.Base(q)))
}
func m53(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.xss-response-writer
	fmt.Fprintf(w, "<h1>%s</h1>", q)
}
func m54(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.xss-response-writer
	w.Write([]byte("<h1>" + q))
}
func m55(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	fmt.Fprintf(w, "<h1>%s</h1>", html.EscapeString(q))
}
func m56(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.open-redirect
	http.Redirect(w, r, q, 302)
}
func m57(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.server-side-request-forgery
	http.Get(q)
}
func m58(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.log-injection
	log.Println(q)
}
func m59(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.template-escaping-bypassed
	template.HTML(q)
}
func m60(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.header-injection
	w.Header().Set("X", q)
}
func m61(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	tx, _ := db.Begin(); tx.Exec("delete " + q)
}
func m62(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.QueryRowContext(r.Context(), "select "+q)
}
func m63(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	db.Exec("delete " + q)
}
func m64(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ok: go.security.sql-injection
	if 1 > 2 { db.Query(q) }
}
func m65(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	if strings.Contains(q, "a") { return }; db.Query(q)
}
func m67(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	// ruleid: go.security.sql-injection
	xml.Unmarshal([]byte(q), &box); db.Query(box.V)
}
