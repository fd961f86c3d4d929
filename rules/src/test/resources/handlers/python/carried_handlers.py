import functools
import sqlite3
from dataclasses import dataclass

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")


class Query:
    prefix = "select "

    def __init__(self, column="id", table="t"):
        self.column = column
        self.table = table
        self.parts = []

    def select(self, column):
        self.column = column
        return self

    def source(self, table):
        self.table = table
        return self

    def build(self):
        return "select " + self.column + " from " + self.table

    def add(self, part):
        self.parts.append(part)

    def text(self):
        return " ".join(self.parts)

    @property
    def name(self):
        return self.column

    @staticmethod
    def quote(text):
        return "'" + text + "'"

    @classmethod
    def of(cls, column):
        return cls(column)


@dataclass
class Filter:
    left: str
    right: str


@app.route("/alias")
def alias():
    a = Query()
    b = a
    a.column = request.args["c"]
    # ruleid: python.security.sql-injection
    db.execute("select " + b.column)
    # ok: python.security.sql-injection
    db.execute("select * from " + b.table)
    c = Query()
    # ok: python.security.sql-injection
    db.execute("select " + c.column)
    x = []
    y = x
    y.append(request.args["c"])
    # ruleid: python.security.sql-injection
    db.execute("select " + x[0])
    d = {}
    e = d
    e["k"] = request.args["c"]
    # ruleid: python.security.sql-injection
    db.execute("select " + d["k"])
    return "ok"


@app.route("/fluent")
def fluent():
    c = request.args["c"]
    # ruleid: python.security.sql-injection
    db.execute(Query().select(c).source("t").build())
    # ok: python.security.sql-injection
    db.execute(Query().select("id").source("t").build())
    # ruleid: python.security.sql-injection
    db.execute(Query.of(c).build())
    # ruleid: python.security.sql-injection
    db.execute("select " + Query.quote(c))
    query = Query()
    query.add("select")
    query.add(c)
    # ruleid: python.security.sql-injection
    db.execute(query.text())
    # ruleid: python.security.sql-injection
    db.execute("select " + Query(c).name)
    f = Filter(c, "id")
    # ruleid: python.security.sql-injection
    db.execute("select " + f.left)
    # ok: python.security.sql-injection
    db.execute("select " + f.right)
    return "ok"


def fill(target, text):
    target.append(text)


def fill_map(target, text):
    target["column"] = text
    target["order"] = "asc"


def fill_object(target, text):
    target.column = text


@app.route("/filled")
def filled():
    c = request.args["c"]
    parts = []
    fill(parts, c)
    # ruleid: python.security.sql-injection
    db.execute(parts[0])
    values = {}
    fill_map(values, c)
    # ruleid: python.security.sql-injection
    db.execute("select " + values["column"])
    # ok: python.security.sql-injection
    db.execute("select " + values["order"])
    query = Query()
    fill_object(query, c)
    # ruleid: python.security.sql-injection
    db.execute(query.build())
    return "ok"


def generate(text):
    yield "id"
    yield text


def default(text="id", *rest, **named):
    return text


def rest_of(text, *rest):
    return rest[0]


def named_of(**named):
    return named["column"]


def pair(text):
    return "id", text


@app.route("/calls")
def calls():
    c = request.args["c"]
    for part in generate(c):
        # ruleid: python.security.sql-injection
        db.execute("select " + part)
    # ok: python.security.sql-injection
    db.execute("select " + default())
    # ruleid: python.security.sql-injection
    db.execute("select " + default(c))
    # ruleid: python.security.sql-injection
    db.execute("select " + default(text=c))
    # ok: python.security.sql-injection
    db.execute("select " + default("id", c))
    # ruleid: python.security.sql-injection
    db.execute("select " + rest_of("id", c))
    # ok: python.security.sql-injection
    db.execute("select " + rest_of(c, "id"))
    # ruleid: python.security.sql-injection
    db.execute("select " + named_of(column=c, order="asc"))
    # ok: python.security.sql-injection
    db.execute("select " + named_of(column="id", order=c))
    first, second = pair(c)
    # ok: python.security.sql-injection
    db.execute("select " + first)
    # ruleid: python.security.sql-injection
    db.execute("select " + second)
    args = ("id", c)
    # ruleid: python.security.sql-injection
    db.execute("select " + rest_of(*args))
    options = {"column": c}
    # ruleid: python.security.sql-injection
    db.execute("select " + named_of(**options))
    return "ok"


def counter():
    seen = []

    def add(text):
        seen.append(text)
        return seen

    return add


@app.route("/closures")
def closures():
    c = request.args["c"]
    quote = lambda text: "'" + text + "'"
    # ruleid: python.security.sql-injection
    db.execute("select " + quote(c))
    # ok: python.security.sql-injection
    db.execute("select " + quote("id"))

    def inner():
        return c

    # ruleid: python.security.sql-injection
    db.execute("select " + inner())

    result = "id"

    def change():
        nonlocal result
        result = c

    # ok: python.security.sql-injection
    db.execute("select " + result)
    change()
    # ruleid: python.security.sql-injection
    db.execute("select " + result)
    bound = functools.partial(quote, c)
    # ruleid: python.security.sql-injection
    db.execute("select " + bound())
    return "ok"


@app.route("/texts")
def texts():
    c = request.args["c"]
    # ruleid: python.security.sql-injection
    db.execute(f"select {c} from t")
    # ruleid: python.security.sql-injection
    db.execute("select %s from t" % c)
    # ruleid: python.security.sql-injection
    db.execute("select %(c)s from t" % {"c": c})
    # ruleid: python.security.sql-injection
    db.execute("select {} from t".format(c))
    # ruleid: python.security.sql-injection
    db.execute("select {c} from t".format(c=c))
    # ruleid: python.security.sql-injection
    db.execute("select {c} from t".format_map({"c": c}))
    # ruleid: python.security.sql-injection
    db.execute(" ".join(["select", c]))
    # ruleid: python.security.sql-injection
    db.execute("select c".replace("c", c))
    sql = "select "
    sql += c
    # ruleid: python.security.sql-injection
    db.execute(sql)
    # ok: python.security.sql-injection
    db.execute("select " + str(len(c)))
    columns = [x.strip() for x in c.split(",")]
    # ruleid: python.security.sql-injection
    db.execute("select " + ",".join(columns))
    fixed = ["id" for x in c.split(",")]
    # ok: python.security.sql-injection
    db.execute("select " + ",".join(fixed))
    table = {k: c for k in ("a", "b")}
    # ruleid: python.security.sql-injection
    db.execute("select " + table["a"])
    first, *others = c.split(",")
    # ruleid: python.security.sql-injection
    db.execute("select " + others[0])
    (a, b), d = ("id", c), "id"
    # ruleid: python.security.sql-injection
    db.execute("select " + b)
    # ok: python.security.sql-injection
    db.execute("select " + a + d)
    if (walrus := request.args.get("w")) is not None:
        # ruleid: python.security.sql-injection
        db.execute("select " + walrus)
    # ruleid: python.security.sql-injection
    db.execute("select " + (c or "id"))
    both = ["id", *c.split(",")]
    # ruleid: python.security.sql-injection
    db.execute("select " + both[1])
    merged = {**{"x": "id"}, "y": c}
    # ok: python.security.sql-injection
    db.execute("select " + merged["x"])
    # ruleid: python.security.sql-injection
    db.execute("select " + merged["y"])
    return "ok"


@app.route("/ways")
def ways():
    c = "id"
    try:
        c = request.args["c"]
        int("7")
    except ValueError:
        # ruleid: python.security.sql-injection
        db.execute("select " + c)
    else:
        # ruleid: python.security.sql-injection
        db.execute("select 2, " + c)
    finally:
        # ruleid: python.security.sql-injection
        db.execute("select 1, " + c)
    other = request.args["o"]
    other = "id"
    # ok: python.security.sql-injection
    db.execute("select " + other)
    previous = current = "id"
    while current:
        # ruleid: python.security.sql-injection
        db.execute("select " + previous)
        previous, current = current, request.args.get("next")
    with open("x") as source:
        text = source.read() + request.args["c"]
    # ruleid: python.security.sql-injection
    db.execute("select " + text)
    return "ok"


@app.route("/constants")
def constants():
    c = request.args["c"]
    n = 7
    # ok: python.security.sql-injection
    db.execute("select " + ("id" if n / 2 > 3.2 else c))
    # ruleid: python.security.sql-injection
    db.execute("select " + ("id" if n // 2 > 3.2 else c))
    # ok: python.security.sql-injection
    db.execute("select " + (c if n ** 2 == 50 else "id"))
    # ok: python.security.sql-injection
    db.execute("select " + (c if "b" in "axc" else "id"))
    # ok: python.security.sql-injection
    db.execute("select " + (c if max(1, 2) == 1 else "id"))
    # ok: python.security.sql-injection
    db.execute("select " + (c if not True else "id"))
    # ok: python.security.sql-injection
    db.execute("select " + (c if 1 < n < 5 else "id"))
    # ok: python.security.sql-injection
    db.execute("select " + (c if n in (1, 2) else "id"))
    # ok: python.security.sql-injection
    db.execute("select " + (c if len("abc") > 3 else "id"))
    # ok: python.security.sql-injection
    db.execute("select " + (c if "ABC".lower()[0] == "x" else "id"))
    values = {"a": "id", "b": c}
    key = "a"
    # ok: python.security.sql-injection
    db.execute("select " + values[key])
    # ok: python.security.sql-injection
    db.execute("select " + values.get("z", "id"))
    items = ["a", c, "b"]
    items.pop(0)
    # ruleid: python.security.sql-injection
    db.execute("select " + items[0])
    # ok: python.security.sql-injection
    db.execute("select " + items[-1])
    # ok: python.security.sql-injection
    db.execute("select " + items[1:][0])
    del values["b"]
    # ok: python.security.sql-injection
    db.execute("select " + str(values))
    if n > 100:
        c = c + "x"
    else:
        c = "id"
    # ok: python.security.sql-injection
    db.execute("select " + c)
    return "ok"


class Handler:
    column = "id"

    def __init__(self):
        self.wanted = None
        self.kind = "all"

    def post(self):
        self.wanted = request.args["c"]
        self.show()

    def show(self):
        # ruleid: python.security.sql-injection
        db.execute("select " + self.wanted)
        # ok: python.security.sql-injection
        db.execute("select " + self.kind)
        # ok: python.security.sql-injection
        db.execute("select " + self.column)


async def fetch(text):
    return "select " + text


@app.route("/async")
async def asynchronous():
    # ruleid: python.security.sql-injection
    db.execute(await fetch(request.args["c"]))
    # ok: python.security.sql-injection
    db.execute(await fetch("id"))
    return "ok"
