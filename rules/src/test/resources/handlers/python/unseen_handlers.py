import asyncio
import base64
import functools
import hashlib
import html
import json
import logging
import os
import pickle
import random
import re
import secrets
import shlex
import sqlite3
import ssl
import subprocess
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from enum import Enum
from string import Template
from urllib.parse import urlparse, urljoin
from urllib.request import urlopen

import jwt
import ldap
import lxml.etree
import requests
import yaml
from flask import Flask, request, redirect, session, make_response, render_template_string, jsonify, send_file, abort
from flask import Response
from markupsafe import escape, Markup
from werkzeug.utils import secure_filename
from sqlalchemy import text
from defusedxml import ElementTree as SafeTree
from xml.etree import ElementTree

app = Flask(__name__)
db = sqlite3.connect("a.db")
log = logging.getLogger(__name__)
COLUMNS = {"name": "name", "price": "price_cents"}
ROOT = "/srv/files"


class Repository:
    table = "items"

    def __init__(self, connection):
        self.connection = connection
        self.filters = []

    def where(self, clause):
        self.filters.append(clause)
        return self

    def all(self):
        # todoruleid: python.security.sql-injection
        return self.connection.execute("SELECT * FROM items WHERE " + " AND ".join(self.filters)).fetchall()

    @property
    def count_query(self):
        return f"SELECT count(*) FROM {self.table}"

    def count(self):
        # ok: python.security.sql-injection
        return self.connection.execute(self.count_query).fetchone()


@app.get("/items")
def items():
    return jsonify(Repository(db).where("name = '%s'" % request.args["name"]).all())


def logged(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        return fn(*args, **kwargs)
    return inner


@logged
def run_query(q):
    # ruleid: python.security.sql-injection
    return db.execute(q)


@app.route("/a1")
def a1():
    return run_query("select " + request.args.get("q", ""))


@app.route("/a2")
def a2():
    name = request.args.get("name")
    # ok: python.security.sql-injection
    return db.execute("select * from t where name = ?", (name,))


@app.route("/a3")
def a3():
    name = request.args.get("name")
    # ruleid: python.security.sql-injection
    return db.execute("select * from t where name = '{}'".format(name))


@app.route("/a4")
def a4():
    name = request.args.get("name")
    # ruleid: python.security.sql-injection
    return db.execute("select * from t where name = '{name}'".format_map({"name": name}))


@app.route("/a5")
def a5():
    q = Template("select * from t where name = '$n'").substitute(n=request.form["n"])
    # ruleid: python.security.sql-injection
    return db.execute(q)


@app.route("/a6")
def a6():
    # ok: python.security.sql-injection
    return db.execute("select * from t where id = %d" % int(request.args["id"]))


@app.route("/a7")
def a7():
    sort = COLUMNS.get(request.args.get("sort"), "name")
    # ok: python.security.sql-injection
    return db.execute(f"select * from t order by {sort}")


@app.route("/a8")
def a8():
    sort = request.args.get("sort")
    if sort not in COLUMNS:
        abort(400)
    # ok: python.security.sql-injection
    return db.execute(f"select * from t order by {sort}")


@app.route("/a9")
def a9():
    sort = request.args.get("sort")
    if sort not in COLUMNS:
        log.warning("odd column")
    # ruleid: python.security.sql-injection
    return db.execute(f"select * from t order by {sort}")


@app.route("/a10")
def a10():
    ids = request.args.getlist("id")
    holes = ",".join("?" for _ in ids)
    # ok: python.security.sql-injection
    return db.execute(f"select * from t where id in ({holes})", ids)


@app.route("/a11")
def a11():
    ids = request.args.getlist("id")
    # ruleid: python.security.sql-injection
    return db.execute("select * from t where id in (%s)" % ",".join(f"'{i}'" for i in ids))


@app.route("/a12")
def a12():
    ids = [int(i) for i in request.args.getlist("id")]
    # ok: python.security.sql-injection
    return db.execute("select * from t where id in (%s)" % ",".join(map(str, ids)))


@app.route("/a13")
def a13():
    parts = ["select * from t"]
    if "q" in request.args:
        parts += ["where a like '%" + request.args["q"] + "%'"]
    # ruleid: python.security.sql-injection
    return db.execute(" ".join(parts))


@app.route("/a14")
def a14():
    cur = db.cursor()
    cur.execute("set search_path to a")
    # ruleid: python.security.sql-injection
    cur.executescript("update t set a = '" + request.json["a"] + "'")


@app.route("/a15")
def a15():
    from sqlalchemy import create_engine
    engine = create_engine("sqlite://")
    with engine.connect() as c:
        # ruleid: python.security.sql-injection
        return c.execute(text("select * from t where a = '" + request.values["a"] + "'"))


@app.route("/a16")
def a16():
    from sqlalchemy import create_engine
    engine = create_engine("sqlite://")
    with engine.connect() as c:
        # ok: python.security.sql-injection
        return c.execute(text("select * from t where a = :a"), {"a": request.values["a"]})


class Direction(Enum):
    UP = "asc"
    DOWN = "desc"


@app.route("/a17")
def a17():
    d = Direction(request.args["d"]).value
    # ok: python.security.sql-injection
    return db.execute("select * from t order by a " + d)


@dataclass
class Search:
    term: str
    order: str = "name"


@app.route("/a18")
def a18():
    s = Search(term=request.args["t"])
    # ruleid: python.security.sql-injection
    db.execute("select '" + s.term + "'")
    # ok: python.security.sql-injection
    return db.execute("select * from t order by " + s.order)


def build(table, **filters):
    return f"select * from {table} where " + " and ".join(f"{k} = '{v}'" for k, v in filters.items())


@app.route("/a19")
def a19():
    # ruleid: python.security.sql-injection
    return db.execute(build("t", name=request.args["n"]))


@app.route("/a20")
def a20():
    # ok: python.security.sql-injection
    return db.execute(build("t", name="fixed"))


@app.route("/a21")
def a21():
    match request.args.get("kind"):
        case "a":
            table = "alpha"
        case "b":
            table = "beta"
        case _:
            table = "other"
    # ok: python.security.sql-injection
    return db.execute("select * from " + table)


@app.route("/a22")
def a22():
    match request.args.get("kind"):
        case "a":
            table = "alpha"
        case other:
            table = other
    # ruleid: python.security.sql-injection
    return db.execute("select * from " + table)


@app.route("/a23")
def a23():
    if (n := request.args.get("n")) is not None:
        # ruleid: python.security.sql-injection
        return db.execute("select " + n)


@app.route("/a24")
def a24():
    first, *rest = request.args.get("l", "").split(",")
    # ruleid: python.security.sql-injection
    return db.execute("select " + rest[0])


@app.route("/a25")
def a25():
    pair = (request.args.get("x"), "fixed")
    dirty, clean = pair
    # ok: python.security.sql-injection
    db.execute("select " + clean)
    # ruleid: python.security.sql-injection
    return db.execute("select " + dirty)


def chunks():
    for k in request.form:
        yield k


@app.route("/a26")
def a26():
    for c in chunks():
        # ruleid: python.security.sql-injection
        db.execute("select " + c)


def make_filter(prefix):
    def inner(value):
        return prefix + value
    return inner


@app.route("/a27")
def a27():
    f = make_filter("select ")
    # ruleid: python.security.sql-injection
    return db.execute(f(request.args["x"]))


@app.route("/a28")
def a28():
    f = make_filter(request.args["x"])
    # ruleid: python.security.sql-injection
    return db.execute(f(" from t"))


@app.route("/a29")
def a29():
    try:
        raise ValueError(request.args["x"])
    except ValueError as e:
        # ruleid: python.security.sql-injection
        return db.execute("select " + str(e))


def parse(v):
    if not v.isdigit():
        raise ValueError(v)
    return v


@app.route("/a30")
def a30():
    # ok: python.security.sql-injection
    return db.execute("select * from t where id = " + parse(request.args["id"]))


@app.route("/a31")
def a31():
    v = request.args["id"]
    if not re.fullmatch(r"\w+", v):
        return "bad", 400
    # ok: python.security.sql-injection
    return db.execute("select * from t where id = '" + v + "'")


@app.route("/a32")
def a32():
    v = request.args["id"]
    if not re.match(r"\w+", v):
        return "bad", 400
    # ruleid: python.security.sql-injection
    return db.execute("select * from t where id = '" + v + "'")


@app.route("/a33")
async def a33():
    async def read():
        # ruleid: python.security.reflected-xss
        return request.args["x"]
    x = await read()
    # ruleid: python.security.sql-injection
    return db.execute("select " + x)


@app.route("/a34")
async def a34():
    x, y = await asyncio.gather(get_value("q"), get_constant("q"))
    # ruleid: python.security.sql-injection
    db.execute("select " + x)
    # ok: python.security.sql-injection
    return db.execute("select " + y)


async def get_value(k):
    return request.args[k]


async def get_constant(k):
    return "constant"


@app.route("/b1")
def b1():
    # ruleid: python.security.command-injection
    os.system("ping -c 1 " + request.args["h"])


@app.route("/b2")
def b2():
    # ok: python.security.command-injection
    os.system("ping -c 1 " + shlex.quote(request.args["h"]))


@app.route("/b3")
def b3():
    # ok: python.security.command-injection
    subprocess.run(["ping", "-c", "1", "--", request.args["h"]])


@app.route("/b4")
def b4():
    # ruleid: python.security.command-injection
    subprocess.check_output(f"ls {request.args['d']}", shell=True)


@app.route("/b5")
def b5():
    args = ["bash", "-c"]
    args.append("ls " + request.args["d"])
    # ruleid: python.security.command-injection
    subprocess.Popen(args)


@app.route("/b6")
def b6():
    kw = {"shell": True}
    # todoruleid: python.security.command-injection
    subprocess.run("ls " + request.args["d"], **kw)


@app.route("/b7")
async def b7():
    # ruleid: python.security.command-injection
    await asyncio.create_subprocess_shell("ls " + request.args["d"])


@app.route("/b8")
def b8():
    # ruleid: python.security.command-injection, python.security.reflected-xss
    return os.popen("id %s" % request.headers.get("X-User")).read()


@app.route("/b9")
def b9():
    tool = {"a": "uptime", "b": "df"}.get(request.args["t"], "uptime")
    # ok: python.security.command-injection
    os.system(tool)


@app.route("/c1")
def c1():
    # ruleid: python.security.path-traversal
    return open(os.path.join(ROOT, request.args["f"])).read()


@app.route("/c2")
def c2():
    # ok: python.security.path-traversal
    return open(os.path.join(ROOT, secure_filename(request.args["f"]))).read()


@app.route("/c3")
def c3():
    p = os.path.realpath(os.path.join(ROOT, request.args["f"]))
    if not p.startswith(ROOT + os.sep):
        abort(403)
    # ok: python.security.path-traversal
    return open(p).read()


@app.route("/c4")
def c4():
    p = os.path.join(ROOT, request.args["f"])
    if not p.startswith(ROOT):
        abort(403)
    # ruleid: python.security.path-traversal
    return open(p).read()


@app.route("/c5")
def c5():
    from pathlib import Path
    p = (Path(ROOT) / request.args["f"]).resolve()
    if not p.is_relative_to(ROOT):
        abort(403)
    # ok: python.security.path-traversal
    return p.read_text()


@app.route("/c6")
def c6():
    from pathlib import Path
    # ruleid: python.security.path-traversal
    return (Path(ROOT) / request.args["f"]).read_bytes()


@app.route("/c7")
def c7():
    # ok: python.security.path-traversal
    return open(ROOT + "/" + os.path.basename(request.args["f"])).read()


@app.route("/c8")
def c8():
    name = request.args["f"].replace("../", "")
    # ruleid: python.security.path-traversal
    return send_file(ROOT + "/" + name)


@app.route("/c9", methods=["POST"])
def c9():
    f = request.files["f"]
    # ruleid: python.security.path-traversal, python.security.unrestricted-upload
    f.save("/srv/up/" + f.filename)


@app.route("/c10", methods=["POST"])
def c10():
    # ruleid: python.security.archive-extraction
    tarfile.open(fileobj=request.files["f"].stream).extractall("/srv/up")


@app.route("/c11", methods=["POST"])
def c11():
    # ok: python.security.archive-extraction
    tarfile.open(fileobj=request.files["f"].stream).extractall("/srv/up", filter="data")


@app.route("/d1")
def d1():
    # ruleid: python.security.reflected-xss
    return "<h1>" + request.args["n"] + "</h1>"


@app.route("/d2")
def d2():
    # ok: python.security.reflected-xss
    return "<h1>" + html.escape(request.args["n"]) + "</h1>"


@app.route("/d3")
def d3():
    # ok: python.security.reflected-xss
    return f"<h1>{escape(request.args['n'])}</h1>"


@app.route("/d4")
def d4():
    # ruleid: python.security.reflected-xss
    return make_response("<h1>%s</h1>" % request.cookies.get("n"))


@app.route("/d5")
def d5():
    # ok: python.security.reflected-xss
    return jsonify(name=request.args["n"])


@app.route("/d6")
def d6():
    # ruleid: python.security.reflected-xss
    return Response(f"<p>{request.args['n']}</p>", mimetype="text/html")


@app.route("/d7")
def d7():
    # ok: python.security.reflected-xss
    return Response(request.args["n"], mimetype="text/plain")


@app.route("/d8")
def d8():
    # ruleid: python.security.template-injection
    return render_template_string("<p>" + request.args["n"] + "</p>")


@app.route("/d9")
def d9():
    # ok: python.security.template-injection
    return render_template_string("<p>{{ n }}</p>", n=request.args["n"])


@app.route("/d10")
def d10():
    n = request.args["n"]
    safe = n if n in ("a", "b") else "a"
    # ok: python.security.reflected-xss
    return "<p>" + safe + "</p>"


@app.route("/d11")
def d11():
    # ruleid: python.security.mark-safe-of-variable, python.security.reflected-xss
    return Markup("<p>" + request.args["n"] + "</p>")


@app.route("/d12")
def d12():
    # ok: python.security.reflected-xss
    return Markup("<p>{}</p>").format(request.args["n"])


@app.route("/e1")
def e1():
    # ruleid: python.security.open-redirect
    return redirect(request.args["next"])


@app.route("/e2")
def e2():
    u = request.args["next"]
    if urlparse(u).netloc not in ("", "example.org"):
        u = "/"
    # ok: python.security.open-redirect
    return redirect(u)


@app.route("/e3")
def e3():
    u = request.args["next"]
    if not u.startswith("http://example.org"):
        u = "/"
    # ruleid: python.security.open-redirect
    return redirect(u)


@app.route("/e4")
def e4():
    # ruleid: python.security.ssrf
    return requests.get(request.args["u"]).text


@app.route("/e5")
def e5():
    # ok: python.security.ssrf
    return requests.get("https://api.example.org/items", params={"q": request.args["u"]}).text


@app.route("/e6")
def e6():
    # ruleid: python.security.ssrf, python.security.reflected-xss
    return urlopen("http://" + request.args["host"] + "/status").read()


@app.route("/e7")
def e7():
    u = request.args["u"]
    if urlparse(u).hostname not in {"api.example.org"}:
        abort(400)
    # ok: python.security.ssrf
    return requests.post(u).text


@app.route("/e8")
def e8():
    s = requests.Session()
    # ruleid: python.security.ssrf, python.security.reflected-xss
    return s.request("GET", request.args["u"]).text


@app.route("/f1")
def f1():
    # ruleid: python.security.unsafe-deserialization, python.security.reflected-xss
    return pickle.loads(base64.b64decode(request.cookies["s"]))


@app.route("/f2")
def f2():
    # ok: python.security.unsafe-deserialization
    return json.loads(base64.b64decode(request.cookies["s"]))


@app.route("/f3")
def f3():
    # ruleid: python.security.unsafe-yaml-load, python.security.unsafe-deserialization, python.security.reflected-xss
    return yaml.load(request.data, Loader=yaml.Loader)


@app.route("/f4")
def f4():
    # ok: python.security.unsafe-yaml-load
    found = yaml.load(request.data, Loader=yaml.SafeLoader)


@app.route("/f5")
def f5():
    # ruleid: python.security.code-injection, python.security.reflected-xss
    return str(eval(request.args["e"]))


@app.route("/f6")
def f6():
    import ast
    # ok: python.security.code-injection
    found = str(ast.literal_eval(request.args["e"]))


@app.route("/f7")
def f7():
    # ruleid: python.security.code-injection
    exec(compile(request.form["c"], "c", "exec"))


@app.route("/f8")
def f8():
    mod = __import__("importlib")
    import importlib
    # ruleid: python.security.code-injection, python.security.reflected-xss
    return importlib.import_module(request.args["m"]).main()


@app.route("/g1")
def g1():
    c = ldap.initialize("ldap://d")
    # ruleid: python.security.ldap-injection, python.security.reflected-xss
    return c.search_s("ou=p", ldap.SCOPE_SUBTREE, "(uid=%s)" % request.args["u"])


@app.route("/g2")
def g2():
    from ldap.filter import escape_filter_chars
    c = ldap.initialize("ldap://d")
    # ok: python.security.ldap-injection
    found = c.search_s("ou=p", ldap.SCOPE_SUBTREE, "(uid=%s)" % escape_filter_chars(request.args["u"]))


@app.route("/g3")
def g3():
    t = lxml.etree.parse("u.xml")
    # ruleid: python.security.xpath-injection, python.security.reflected-xss
    return str(t.xpath("//u[@n='" + request.args["u"] + "']"))


@app.route("/g4")
def g4():
    t = lxml.etree.parse("u.xml")
    # ok: python.security.xpath-injection
    found = str(t.xpath("//u[@n=$n]", n=request.args["u"]))


@app.route("/g5", methods=["POST"])
def g5():
    parser = lxml.etree.XMLParser(resolve_entities=True, no_network=False)
    # ruleid: python.security.xml-document-with-entities, python.security.xml-parsing-of-remote-input, python.security.reflected-xss
    return lxml.etree.fromstring(request.data, parser).tag


@app.route("/g6", methods=["POST"])
def g6():
    # ok: python.security.xml-external-entity
    found = SafeTree.fromstring(request.data).tag


@app.route("/h1")
def h1():
    # ruleid: python.security.trust-boundary
    session["role"] = request.args["role"]


@app.route("/h2")
def h2():
    # ok: python.security.trust-boundary
    session["page"] = int(request.args["page"])


@app.route("/h3")
def h3():
    r = make_response("ok")
    # ruleid: python.security.cookie-secure-off
    r.set_cookie("sid", secrets.token_hex(16), secure=False, httponly=True)
    return r


@app.route("/h4")
def h4():
    r = make_response("ok")
    # ok: python.security.cookie-secure-off
    r.set_cookie("sid", secrets.token_hex(16), secure=True, httponly=True, samesite="Lax")
    return r


@app.route("/h5")
def h5():
    # ruleid: python.security.log-injection
    log.info("user %s", request.args["u"])


@app.route("/h6")
def h6():
    # ok: python.security.log-injection
    log.info("user %s", request.args["u"].replace("\r", "").replace("\n", ""))


@app.route("/h7")
def h7():
    r = make_response("ok")
    # ruleid: python.security.header-injection
    r.headers["X-Lang"] = request.args["lang"]
    return r


@app.route("/h8")
def h8():
    # ruleid: python.security.regex-injection, python.security.reflected-xss
    return str(re.match(request.args["re"], "aaaa"))


@app.route("/h9")
def h9():
    # ok: python.security.regex-injection
    found = str(re.match(re.escape(request.args["re"]), "aaaa"))


@app.route("/h10")
def h10():
    from pymongo import MongoClient
    users = MongoClient().shop.users
    # ruleid: python.security.nosql-script-injection, python.security.reflected-xss
    return str(users.find_one({"$where": "this.name == '" + request.args["n"] + "'"}))


@app.route("/h11")
def h11():
    from pymongo import MongoClient
    users = MongoClient().shop.users
    # ruleid: python.security.nosql-injection, python.security.reflected-xss
    return str(users.find_one({"name": request.json["n"]}))


@app.route("/h12")
def h12():
    from pymongo import MongoClient
    users = MongoClient().shop.users
    # ok: python.security.nosql-injection
    found = str(users.find_one({"name": str(request.json["n"])}))


def digest(data):
    # ruleid: python.security.weak-hash
    return hashlib.new("md5", data).hexdigest()


def digest_sha1(data):
    h = getattr(hashlib, "sha256")
    # ok: python.security.weak-hash
    return h(data).hexdigest()


def checksum(data):
    # ok: python.security.weak-hash
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


def token():
    # ruleid: python.security.insecure-random
    token = "".join(random.choice("abc") for _ in range(20))
    # ruleid: python.security.insecure-random
    return token


def token_strong():
    # ok: python.security.insecure-random
    token = "".join(random.SystemRandom().choice("abc") for _ in range(20))
    return token


def decode(t):
    # ruleid: python.security.jwt-not-verified
    return jwt.decode(t, options={"verify_signature": False})


def decode_checked(t, key):
    # ok: python.security.jwt-not-verified
    return jwt.decode(t, key, algorithms=["HS256"])


def fetch():
    # ruleid: python.security.tls-verification-disabled
    return requests.get("https://example.org", verify=False)


def fetch_checked():
    # ok: python.security.tls-verification-disabled
    return requests.get("https://example.org", timeout=5)


def temp():
    # ruleid: python.security.predictable-temp-file
    return open(tempfile.mktemp(), "w")


def temp_safe():
    # ok: python.security.predictable-temp-file
    return tempfile.NamedTemporaryFile()


def connect():
    import psycopg2
    # ruleid: python.security.hardcoded-password, python.security.password-as-literal
    return psycopg2.connect(host="db", user="app", password="Tr0ub4dor&3")


def connect_given():
    import psycopg2
    # ok: python.security.hardcoded-password
    return psycopg2.connect(host="db", user="app", password=os.environ["DB_PASSWORD"])


def cipher(key):
    from Crypto.Cipher import DES, AES
    # ruleid: python.security.weak-cipher
    return DES.new(key, DES.MODE_CBC)


def cipher_ecb(key):
    from Crypto.Cipher import AES
    # ruleid: python.security.weak-cipher
    return AES.new(key, AES.MODE_ECB)


def cipher_gcm(key):
    from Crypto.Cipher import AES
    # ok: python.security.weak-cipher
    return AES.new(key, AES.MODE_GCM)
