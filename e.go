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
	db.Query("select " + q)
}
func m1(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query("select ?", q)
}
func m2(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query(fmt.Sprintf("select %s", q))
}
func m3(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	n, err := strconv.Atoi(q); if err != nil { return }; db.Query(fmt.Sprintf("select %d", n))
}
func m4(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	if regexp.MustCompile(`^[a-z]+$`).MatchString(q) { db.Query(q) }
}
func m5(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	if !re.MatchString(q) { return }; db.Query(q)
}
func m6(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	if oks[q] { db.Query(q) }
}
func m7(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	if _, ok := cols[q]; ok { db.Query(q) }
}
func m8(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	if slices.Contains([]string{"a"}, q) { db.Query(q) }
}
func m9(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	v := "a"; if q == "b" { v = "b" }; db.Query(v)
}
func m10(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	switch q { case "a", "b": db.Query(q) }
}
func m11(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	m := map[string]string{"k": q}; db.Query(m["k"])
}
func m12(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	m := map[string]string{"k": q, "s": "s"}; db.Query(m["s"])
}
func m13(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	l := []string{q}; db.Query(l[0])
}
func m14(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	l := []string{}; l = append(l, q); db.Query(strings.Join(l, ","))
}
func m15(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	for _, p := range strings.Split(q, ",") { db.Query(p) }
}
func m16(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	var b strings.Builder; b.WriteString(q); db.Query(b.String())
}
func m17(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	var b bytes.Buffer; b.WriteString(q); db.Query(b.String())
}
func m18(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query(string([]byte(q)))
}
func m19(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query(strings.ToLower(strings.TrimSpace(q)))
}
func m20(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query(ident(q))
}
func m21(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query(konst(q))
}
func m22(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	x := Box{V: q}; db.Query(x.V)
}
func m23(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	x := &Box{V: q}; db.Query(x.Get())
}
func m24(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	x := &Box{V: "a"}; db.Query(x.Get())
}
func m25(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	x := &Box{}; x.Set(q); db.Query(x.Get())
}
func m26(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	f := func(s string) string { return s }; db.Query(f(q))
}
func m27(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	func() { db.Query(q) }()
}
func m28(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	go func(s string) { db.Query(s) }(q)
}
func m29(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	defer db.Query(q)
}
func m30(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	ch := make(chan string, 1); ch <- q; db.Query(<-ch)
}
func m31(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	var i interface{} = q; db.Query(i.(string))
}
func m32(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	p := &q; db.Query(*p)
}
func m33(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	a, b := q, "s"; _ = b; db.Query(a)
}
func m34(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	s := "select "; s += q; db.Query(s)
}
func m35(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	d, _ := url.QueryUnescape(q); db.Query(d)
}
func m36(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	d, _ := base64.StdEncoding.DecodeString(q); db.Query(string(d))
}
func m37(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	var t struct{ A string }; json.NewDecoder(r.Body).Decode(&t); db.Query(t.A)
}
func m38(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	body, _ := io.ReadAll(r.Body); db.Query(string(body))
}
func m39(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query(r.FormValue("a"))
}
func m40(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query(r.Header.Get("a"))
}
func m41(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	c, _ := r.Cookie("a"); db.Query(c.Value)
}
func m42(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query(r.URL.Path)
}
func m43(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query(r.PostFormValue("a"))
}
func m44(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	r.ParseForm(); db.Query(r.Form["a"][0])
}
func m45(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query(mux.Vars(r)["a"])
}
func m46(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Query(chi.URLParam(r, "a"))
}
func m47(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	exec.Command("sh", "-c", q).Run()
}
func m48(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	exec.Command("ls", q).Run()
}
func m49(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	exec.Command(q).Run()
}
func m50(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	os.Open("/srv/" + q)
}
func m51(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	os.ReadFile(filepath.Join("/srv", q))
}
func m52(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	os.ReadFile(filepath.Join("/srv", filepath.Base(q)))
}
func m53(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	fmt.Fprintf(w, "<h1>%s</h1>", q)
}
func m54(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	w.Write([]byte("<h1>" + q))
}
func m55(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	fmt.Fprintf(w, "<h1>%s</h1>", html.EscapeString(q))
}
func m56(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	http.Redirect(w, r, q, 302)
}
func m57(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	http.Get(q)
}
func m58(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	log.Println(q)
}
func m59(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	template.HTML(q)
}
func m60(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	w.Header().Set("X", q)
}
func m61(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	tx, _ := db.Begin(); tx.Exec("delete " + q)
}
func m62(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.QueryRowContext(r.Context(), "select "+q)
}
func m63(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	db.Exec("delete " + q)
}
func m64(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	if 1 > 2 { db.Query(q) }
}
func m65(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	if strings.Contains(q, "a") { return }; db.Query(q)
}
func m66(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	e := fmt.Errorf("x %s", q); db.Query(e.Error())
}
func m67(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	xml.Unmarshal([]byte(q), &box); db.Query(box.V)
}
func m68(w http.ResponseWriter, r *http.Request) { q := r.URL.Query().Get("q")
	gen[string](q, func(s string) { db.Query(s) })
}
