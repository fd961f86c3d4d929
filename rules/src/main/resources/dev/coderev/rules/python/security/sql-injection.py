import sqlite3
from uuid import UUID

from flask import Flask, request
from sqlalchemy import select, text

app = Flask(__name__)


@app.route("/users")
def users():
    name = request.args.get("name", "")
    db = sqlite3.connect("app.db")
    cur = db.cursor()
    # ruleid: python.security.sql-injection
    cur.execute("SELECT id FROM users WHERE name = '" + name + "'")
    query = f"SELECT id FROM users WHERE name = '{name}'"
    # ruleid: python.security.sql-injection
    cur.execute(query)
    # ruleid: python.security.sql-injection
    cur.execute("SELECT id FROM users WHERE name = '%s'" % name)
    # ruleid: python.security.sql-injection
    cur.executescript("DELETE FROM log WHERE who = '{}'".format(name))
    # ok: python.security.sql-injection
    cur.execute("SELECT id FROM users WHERE name = ?", (name,))
    limit = int(request.args["limit"])
    # ok: python.security.sql-injection
    cur.execute(f"SELECT id FROM users LIMIT {limit}")
    table = "users"
    # ok: python.security.sql-injection
    cur.execute("SELECT count(*) FROM " + table)
    # ok: python.security.sql-injection
    cur.execute("SELECT id FROM orders WHERE token = '%s'" % UUID(name))
    return "done"


@app.route("/orders/<customer>")
def orders(customer):
    statement = build(customer)
    # ruleid: python.security.sql-injection
    return db_session().execute(text(statement)).all()


def build(customer):
    return "SELECT * FROM orders WHERE customer = '" + customer + "'"


@app.route("/sorted")
def in_order():
    column = request.args.get("column")
    if column not in ("name", "age"):
        return "no such column"
    cur = sqlite3.connect("app.db").cursor()
    # ok: python.security.sql-injection
    cur.execute("SELECT id FROM users ORDER BY " + column)
    # ok: python.security.sql-injection
    rows = db_session().execute(select(User).where(User.name == request.args["q"]))
    return str(rows)


def profile(request):
    # ruleid: python.security.sql-injection
    return Person.objects.raw("SELECT * FROM person WHERE mail = '%s'" % request.GET["mail"])


def safe_profile(request):
    # ok: python.security.sql-injection
    return Person.objects.raw("SELECT * FROM person WHERE mail = %s", [request.GET["mail"]])
