"""Notes in SQLite."""

import hashlib
import json
import secrets
import sqlite3
from contextlib import closing

BY_TITLE = "SELECT id, title FROM note WHERE owner = ? ORDER BY title"
BY_DATE = "SELECT id, title FROM note WHERE owner = ? ORDER BY created"


def connect():
    return closing(sqlite3.connect("notes.db"))


def notes_of(owner, column):
    statement = BY_DATE if column == "created" else BY_TITLE
    with connect() as db:
        return db.execute(statement, (owner,)).fetchall()


def search(term):
    with connect() as db:
        rows = db.execute("SELECT id, title FROM note WHERE title LIKE ?", (f"%{term}%",))
        return rows.fetchall()


def note(number):
    with connect() as db:
        return db.execute("SELECT title, text FROM note WHERE id = ?", (number,)).fetchone()


def hashed(password, salt):
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)


def new_reset_token():
    return secrets.token_urlsafe(32)


def load_settings(path):
    try:
        with open(path, encoding="utf-8") as handle:
            return json.load(handle)
    except FileNotFoundError:
        return {}


def tagged(title, tags=None):
    return {"title": title, "tags": list(tags or ())}
