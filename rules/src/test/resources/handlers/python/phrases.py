import os, re, io, subprocess, sqlite3, pickle, yaml, html, json, base64, urllib, urllib.request, requests, logging, functools, string, xml.dom.minidom
from lxml import etree
from flask import Flask, request, redirect, render_template_string, render_template, abort, send_file, send_from_directory, make_response
app = Flask(__name__)
OKS = {"a", "b"}
COLS = {"name": "name", "age": "age"}
G = ""
def ident(s): return s
def const(s): return "a"
class Repo:
    def __init__(self, q): self.q = q
    def get(self): return self.q
    def run(self, c):
        x = self.q
        return x
@app.route("/m0")
def m0():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute("select " + q)

@app.route("/m1")
def m1():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    c.execute("select " + re.sub(r"[^a-z]", "", q))

@app.route("/m2")
def m2():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    if re.match(r"^[a-z]+$", q): c.execute("select " + q)

@app.route("/m3")
def m3():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    if re.fullmatch("[a-z]+", q): c.execute("select " + q)

@app.route("/m4")
def m4():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    if q in OKS: c.execute("select " + q)

@app.route("/m5")
def m5():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    if q.isdigit(): c.execute("select " + q)

@app.route("/m6")
def m6():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    if q.isalnum(): c.execute("select " + q)

@app.route("/m7")
def m7():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    c.execute("select " + COLS.get(q, "name"))

@app.route("/m8")
def m8():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    c.execute("select " + COLS[q])

@app.route("/m9")
def m9():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    c.execute("select %d" % int(q))

@app.route("/m10")
def m10():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute("select {}".format(q))

@app.route("/m11")
def m11():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute("select %s" % (q,))

@app.route("/m12")
def m12():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(f"select {q!r}")

@app.route("/m13")
def m13():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    c.execute("select " + ("asc" if q == "asc" else "desc"))

@app.route("/m14")
def m14():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    d = {"k": q, "s": "safe"}; c.execute(d["k"])

@app.route("/m15")
def m15():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    d = {"k": q, "s": "safe"}; c.execute(d["s"])

@app.route("/m16")
def m16():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    l = ["a", q]; c.execute(l[1])

@app.route("/m17")
def m17():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    l = ["a", q]; c.execute(l[0])

@app.route("/m18")
def m18():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    l = ["a", q]; c.execute(" ".join(l))

@app.route("/m19")
def m19():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    a, b = q, "safe"; c.execute(a)

@app.route("/m20")
def m20():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    a, b = q, "safe"; c.execute(b)

@app.route("/m21")
def m21():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    for p in q.split(","): c.execute(p)

@app.route("/m22")
def m22():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    l = ["a", q]; c.execute([s for s in l][1])

@app.route("/m23")
def m23():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute("".join(map(str, [q])))

@app.route("/m24")
def m24():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.reflected-xss
    def inner(): return q
    # ruleid: python.security.sql-injection
    c.execute(inner())

@app.route("/m25")
def m25():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute((lambda s: "select " + s)(q))

@app.route("/m26")
def m26():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.path-traversal
    with open("/tmp/" + q) as f: f.read()

@app.route("/m27")
def m27():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    with open("/tmp/" + os.path.basename(q)) as f: f.read()

@app.route("/m28")
def m28():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.command-injection
    os.system("ls %s" % q)

@app.route("/m29")
def m29():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    subprocess.run(["ls", q])

@app.route("/m30")
def m30():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.unsafe-deserialization
    pickle.loads(request.data)

@app.route("/m31")
def m31():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.unsafe-deserialization, python.security.unsafe-yaml-load
    yaml.load(request.data)

@app.route("/m32")
def m32():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    yaml.safe_load(request.data)

@app.route("/m33")
def m33():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.code-injection
    eval(q)

@app.route("/m34")
def m34():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.command-injection
    if (n := request.form.get("n")): os.system(n)

@app.route("/m35")
def m35():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    try: v = int(q)
    except ValueError: return "no"
    # ok: python.security.sql-injection
    c.execute("select %s" % v)

@app.route("/m36")
def m36():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    match q:
        case "a": pass
        # ruleid: python.security.sql-injection
        case other: c.execute("select " + other)

@app.route("/m37")
def m37():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.open-redirect
    return redirect(q)

@app.route("/m38")
def m38():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.reflected-xss
    return "<h1>%s</h1>" % q

@app.route("/m39")
def m39():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    return html.escape(q)

@app.route("/m40")
def m40():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.template-injection
    return render_template_string(q)

@app.route("/m41")
def m41():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    return render_template("a.html", q=q)

@app.route("/m42")
def m42():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(Repo(q).run(c))

@app.route("/m43")
def m43():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(Repo(q).get())

@app.route("/m44")
def m44():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    c.execute(Repo("s").get())

@app.route("/m45")
def m45():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    r = Repo("s"); r.q = q; c.execute(r.get())

@app.route("/m46")
def m46():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    kw = dict(q=q); c.execute(**kw)

@app.route("/m47")
def m47():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.command-injection
    args = [q]; os.system(*args)

@app.route("/m48")
def m48():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(ident(q))

@app.route("/m49")
def m49():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    c.execute(const(q))

@app.route("/m50")
def m50():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(q.strip().lower()[1:])

@app.route("/m51")
def m51():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(str(q.encode("utf8"), "utf8"))

@app.route("/m52")
def m52():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(base64.b64decode(q).decode())

@app.route("/m53")
def m53():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(urllib.parse.unquote(q))

@app.route("/m54")
def m54():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    s = "select "; s += q; c.execute(s)

@app.route("/m55")
def m55():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    buf = io.StringIO(); buf.write(q); c.execute(buf.getvalue())

@app.route("/m56")
def m56():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    g = (x for x in [q]); c.execute(next(g))

@app.route("/m57")
def m57():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    for i, v in enumerate([q]): c.execute(v)

@app.route("/m58")
def m58():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    for k, v in {"a": q}.items(): c.execute(v)

@app.route("/m59")
def m59():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    for k, v in zip(["a"], [q]): c.execute(v)

@app.route("/m60")
def m60():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    try: raise ValueError(q)
    # ruleid: python.security.sql-injection
    except ValueError as e: c.execute(str(e))

@app.route("/m61")
def m61():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    global G; G = q; c.execute(G)

@app.route("/m62")
def m62():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.command-injection
    subprocess.Popen("ls " + q, shell=True)

@app.route("/m63")
def m63():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.command-injection
    subprocess.check_output(["sh", "-c", q])

@app.route("/m64")
def m64():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.command-injection
    os.popen(q)

@app.route("/m65")
def m65():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    if 7 * 2 > 20: c.execute(q)

@app.route("/m66")
def m66():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    v = q if False else "s"; c.execute(v)

@app.route("/m67")
def m67():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    if not re.match("^[a-z]+$", q): abort(400)
    # ok: python.security.sql-injection
    c.execute(q)

@app.route("/m68")
def m68():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    if q not in OKS: return "no"
    # ok: python.security.sql-injection
    c.execute(q)

@app.route("/m69")
def m69():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    if "a" in q: return "no"
    # ruleid: python.security.sql-injection
    c.execute(q)

@app.route("/m70")
def m70():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.ssrf
    requests.get(q)

@app.route("/m71")
def m71():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.ssrf
    requests.get("http://" + q + "/x")

@app.route("/m72")
def m72():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    requests.get("http://x.example/" + str(int(q)))

@app.route("/m73")
def m73():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.ssrf
    urllib.request.urlopen(q)

@app.route("/m74")
def m74():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.path-traversal
    os.path.exists(os.path.join("/srv", q))

@app.route("/m75")
def m75():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.path-traversal
    send_file("/srv/" + q)

@app.route("/m76")
def m76():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    send_from_directory("/srv", q)

@app.route("/m77")
def m77():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.log-injection
    logging.info("x " + q)

@app.route("/m78")
def m78():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.header-injection
    resp = make_response("x"); resp.headers["X"] = q

@app.route("/m79")
def m79():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.xml-parsing-of-remote-input
    etree.fromstring(request.data)

@app.route("/m81")
def m81():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.code-injection
    __import__(q)

@app.route("/m82")
def m82():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.attribute-injection
    getattr(app, q)()

@app.route("/m83")
def m83():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    q2 = "%(a)s" % {"a": q}; c.execute(q2)

@app.route("/m84")
def m84():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    x = y = q; c.execute(y)

@app.route("/m85")
def m85():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    l = []; l.append(q); c.execute(l.pop())

@app.route("/m86")
def m86():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    l = []; l.extend([q]); c.execute(l[0])

@app.route("/m87")
def m87():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    d = {}; d.setdefault("a", q); c.execute(d["a"])

@app.route("/m88")
def m88():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    d = {}; d.update(a=q); c.execute(d["a"])

@app.route("/m89")
def m89():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    d = {}; d.update({"a": q}); c.execute(d["a"])

@app.route("/m90")
def m90():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    t = tuple([q]); c.execute(t[0])

@app.route("/m91")
def m91():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    *a, b = [q, q]; c.execute(b)

@app.route("/m92")
def m92():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(sorted([q])[0])

@app.route("/m93")
def m93():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(functools.reduce(lambda a, b: a + b, [q, "a"]))

@app.route("/m94")
def m94():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(json.loads(q)["a"])

@app.route("/m95")
def m95():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(string.Template("select $a").substitute(a=q))

@app.route("/m97")
def m97():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    p = functools.partial(ident, q); c.execute(p())

@app.route("/m98")
def m98():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(request.values["a"])

@app.route("/m99")
def m99():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(request.get_json()["a"])

@app.route("/m100")
def m100():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(request.cookies.get("a"))

@app.route("/m101")
def m101():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(request.headers["X"])

@app.route("/m102")
def m102():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(request.files["f"].filename)

@app.route("/m103")
def m103():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(request.args.getlist("a")[0])

@app.route("/m104")
def m104():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(request.args.to_dict()["a"])

@app.route("/m105")
def m105():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(request.environ["QUERY_STRING"])

@app.route("/m106")
def m106():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute(request.url)

@app.route("/m107")
def m107():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    c.execute("select ?", (q,))

@app.route("/m108")
def m108():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ok: python.security.sql-injection
    c.execute("select %s", [q])

@app.route("/m109")
def m109():
    c = sqlite3.connect("x").cursor()
    q = request.args.get("q", "")
    # ruleid: python.security.sql-injection
    c.execute("select %s" % q, [q])
