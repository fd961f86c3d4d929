import os
import re
import sqlite3
from pathlib import Path
from urllib.parse import urlparse

import requests
from flask import Flask, abort, redirect, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")
COLUMNS = {"name", "price"}
ORDERS = {"up": "asc", "down": "desc"}
WORD = re.compile(r"^[a-z0-9_]+$")
BASE = "/srv/files"
HOSTS = ["api.example.com"]


@app.route("/listed")
def listed():
    column = request.args.get("column")
    if column not in COLUMNS:
        abort(400)
    # ok: python.security.sql-injection
    db.execute("select * from t order by " + column)
    return "ok"


@app.route("/listed-raise")
def listed_raise():
    column = request.args.get("column")
    if column not in COLUMNS:
        raise ValueError(column)
    # ok: python.security.sql-injection
    db.execute("select * from t order by " + column)
    return "ok"


@app.route("/listed-log")
def listed_and_gone_on():
    column = request.args.get("column")
    if column not in COLUMNS:
        print("odd")
    # ruleid: python.security.sql-injection
    db.execute("select * from t order by " + column)
    return "ok"


@app.route("/wrong-way")
def wrong_way():
    column = request.args.get("column")
    if column in COLUMNS:
        return "no"
    # ruleid: python.security.sql-injection
    db.execute("select * from t order by " + column)
    return "ok"


@app.route("/list-of-client")
def list_of_client():
    column = request.args.get("column")
    columns = request.args.getlist("columns")
    if column not in columns:
        return "no"
    # ruleid: python.security.sql-injection
    db.execute("select * from t order by " + column)
    return "ok"


@app.route("/equal")
def equal():
    order = request.args.get("order")
    if order == "asc" or order == "desc":
        # ok: python.security.sql-injection
        db.execute("select * from t order by name " + order)
    if order != "asc":
        # ruleid: python.security.sql-injection
        db.execute("select * from t order by name " + order)
        return "no"
    # ok: python.security.sql-injection
    db.execute("select * from t order by name " + order)
    return "ok"


@app.route("/matched-case")
def matched_case():
    order = request.args.get("order")
    match order:
        case "asc" | "desc":
            # ok: python.security.sql-injection
            db.execute("select * from t order by name " + order)
        case _:
            # ruleid: python.security.sql-injection
            db.execute("select * from t order by name " + order)
    return "ok"


@app.route("/regex")
def regex():
    name = request.args.get("name")
    if not re.fullmatch(r"[a-z]+", name):
        return "no"
    # ok: python.security.sql-injection
    db.execute("select * from t where name = '%s'" % name)
    return "ok"


@app.route("/regex-open")
def regex_open():
    name = request.args.get("name")
    if not re.match(r"[a-z]+", name):
        return "no"
    # ruleid: python.security.sql-injection
    db.execute("select * from t where name = '%s'" % name)
    return "ok"


@app.route("/regex-compiled")
def regex_compiled():
    name = request.args.get("name")
    found = WORD.match(name)
    if found is None:
        return "no"
    # ok: python.security.sql-injection
    db.execute(f"select * from t where name = '{name}'")
    return "ok"


@app.route("/digits")
def digits():
    page = request.args.get("page", "1")
    if page.isdigit():
        # ok: python.security.sql-injection
        db.execute("select * from t limit 10 offset {}".format(page))
    else:
        # ruleid: python.security.sql-injection
        db.execute("select * from t limit 10 offset {}".format(page))
    return "ok"


@app.route("/number")
def number():
    page = request.args.get("page", "1")
    try:
        int(page)
    except ValueError:
        return "no"
    # ok: python.security.sql-injection
    db.execute("select * from t limit 10 offset " + page)
    return "ok"


def is_word(text):
    return bool(re.fullmatch(r"\w+", text))


def is_known(text):
    for column in COLUMNS:
        if column == text:
            return True
    return False


def check(text):
    if text not in COLUMNS:
        raise ValueError(text)


def look(text):
    if text not in COLUMNS:
        print(text)


@app.route("/asked")
def asked():
    name = request.args.get("name")
    if is_word(name):
        # ok: python.security.sql-injection
        db.execute("select * from t where name = '" + name + "'")
    if is_known(name):
        # ok: python.security.sql-injection
        db.execute("select * from t where name = '" + name + "'")
    look(name)
    # ruleid: python.security.sql-injection
    db.execute("select * from t where name = '" + name + "'")
    check(name)
    # ok: python.security.sql-injection
    db.execute("select * from t where name = '" + name + "'")
    return "ok"


@app.route("/below")
def below():
    path = os.path.realpath(os.path.join(BASE, request.args["file"]))
    if not path.startswith(BASE + os.sep):
        return "no"
    # ok: python.security.path-traversal
    return open(path).read()


@app.route("/not-resolved")
def not_resolved():
    path = os.path.join(BASE, request.args["file"])
    if not path.startswith(BASE + os.sep):
        return "no"
    # ruleid: python.security.path-traversal
    return open(path).read()


@app.route("/relative")
def relative():
    path = (Path(BASE) / request.args["file"]).resolve()
    if not path.is_relative_to(BASE):
        return "no"
    # ok: python.security.path-traversal
    return open(path).read()


@app.route("/dots")
def dots():
    name = request.args["file"]
    if ".." in name or name.startswith("/"):
        return "no"
    # ok: python.security.path-traversal
    return open(os.path.join(BASE, name)).read()


@app.route("/dots-sql")
def dots_do_not_matter_in_sql():
    name = request.args["file"]
    if ".." in name:
        return "no"
    # ruleid: python.security.sql-injection
    db.execute("select * from t where name = '" + name + "'")
    return "ok"


@app.route("/host")
def host():
    url = request.args["url"]
    if urlparse(url).hostname not in HOSTS:
        return "no"
    # ok: python.security.ssrf
    return requests.get(url).text


@app.route("/scheme")
def scheme():
    url = request.args["url"]
    if urlparse(url).scheme != "https":
        return "no"
    # ruleid: python.security.ssrf
    return requests.get(url).text


@app.route("/twice")
def twice():
    if request.args["column"] not in COLUMNS:
        return "no"
    # ok: python.security.sql-injection
    db.execute("select * from t order by " + request.args["column"])
    # ruleid: python.security.sql-injection
    db.execute("select * from t order by " + request.args["other"])
    return "ok"


@app.route("/loop")
def loop():
    for column in request.args.getlist("column"):
        if column not in COLUMNS:
            continue
        # ok: python.security.sql-injection
        db.execute("select * from t order by " + column)
    return "ok"


@app.route("/mapped")
def mapped():
    order = ORDERS.get(request.args.get("order"), "asc")
    # ok: python.security.sql-injection
    db.execute("select * from t order by name " + order)
    direction = ORDERS[request.args["order"]]
    # ok: python.security.sql-injection
    db.execute("select * from t order by name " + direction)
    return "ok"
