import base64
import html
import sqlite3
import urllib.parse

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")


class Base:
    def text(self, given):
        return given


class Fixed(Base):
    def text(self, given):
        return "fixed"


class Holder:
    def __init__(self, req):
        self.req = req
        self.cache = {}

    def read(self, name):
        return self.req.args.get(name)

    def fixed(self, name):
        return "fixed"


def either(text, use):
    if use:
        return text
    return "constant"


def deep(text, depth):
    if depth == 0:
        return text
    return deep(text, depth - 1)


def decorate(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@decorate
def decorated(text):
    return "select " + text


@app.route("/helpers")
def helpers():
    text = request.args["text"]
    # ruleid: python.security.sql-injection
    db.execute("select " + either(text, True))
    # ok: python.security.sql-injection
    db.execute("select " + either(text, False))
    # ruleid: python.security.sql-injection
    db.execute("select " + deep(text, 3))
    # ruleid: python.security.sql-injection
    db.execute("select " + Base().text(text))
    # ok: python.security.sql-injection
    db.execute("select " + Fixed().text(text))
    holder = Holder(request)
    # ruleid: python.security.sql-injection
    db.execute("select " + holder.read("text"))
    # ok: python.security.sql-injection
    db.execute("select " + holder.fixed("text"))
    # ruleid: python.security.sql-injection
    db.execute(decorated(text))
    return "ok"


@app.route("/coded")
def coded():
    text = request.args["text"]
    there = base64.b64encode(text.encode())
    back = base64.b64decode(there).decode()
    # ruleid: python.security.sql-injection
    db.execute("select " + back)
    # ruleid: python.security.sql-injection
    db.execute("select " + urllib.parse.unquote(text))
    escaped = html.escape(text)
    # ruleid: python.security.sql-injection
    db.execute("select " + escaped)
    copied = "".join(c for c in text)
    # ruleid: python.security.sql-injection
    db.execute("select " + copied)
    # ruleid: python.security.sql-injection
    db.execute("select " + text[::-1])
    # ruleid: python.security.sql-injection
    db.execute("select " + text[3:])
    return "ok"


@app.route("/unreachable")
def unreachable():
    text = request.args["text"]
    value = "1"
    if "should" not in "this should be there":
        value = text
    # ok: python.security.sql-injection
    db.execute("select " + value)
    number = 86
    value = "1" if 7 * 42 - number > 200 else text
    # ok: python.security.sql-injection
    db.execute("select " + value)
    guess = "ABC"
    match guess[1]:
        case "A":
            value = text
        case "B":
            value = "1"
        case _:
            value = text
    # ok: python.security.sql-injection
    db.execute("select " + value)
    while True:
        value = text
        break
    # ruleid: python.security.sql-injection
    db.execute("select " + value)
    return "ok"
    # ok: python.security.sql-injection
    db.execute("select " + text)


@app.route("/containers")
def containers():
    text = request.args["text"]
    names = ["a", text, "b"]
    # ruleid: python.security.sql-injection
    db.execute("select " + names[1])
    names.insert(0, "c")
    # ok: python.security.sql-injection
    db.execute("select " + names[1])
    names.remove("c")
    # ruleid: python.security.sql-injection
    db.execute("select " + names[1])
    a, b, c = names
    # ok: python.security.sql-injection
    db.execute("select " + a + c)
    # ruleid: python.security.sql-injection
    db.execute("select " + b)
    table = {"a": {"b": text, "c": "1"}}
    # ok: python.security.sql-injection
    db.execute("select " + table["a"]["c"])
    # ruleid: python.security.sql-injection
    db.execute("select " + table["a"]["b"])
    table["a"]["b"] = "1"
    # ok: python.security.sql-injection
    db.execute("select " + table["a"]["b"])
    pairs = dict(x=text, y="1")
    # ok: python.security.sql-injection
    db.execute("select " + pairs["y"])
    # ruleid: python.security.sql-injection
    db.execute("select " + pairs["x"])
    for key, value in pairs.items():
        # ruleid: python.security.sql-injection
        db.execute("select " + value)
    for index, name in enumerate(names):
        # ruleid: python.security.sql-injection
        db.execute("select " + name)
    for left, right in zip(["a"], [text]):
        # ruleid: python.security.sql-injection
        db.execute("select " + right)
    joined = ",".join(map(str.strip, text.split(",")))
    # ruleid: python.security.sql-injection
    db.execute("select " + joined)
    chosen = next((n for n in names if n == "a"), "1")
    total = ""
    for name in ("a", "b"):
        total += name
    # ok: python.security.sql-injection
    db.execute("select " + total)
    return "ok"
