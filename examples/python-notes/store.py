"""Notes in SQLite, and their import and export."""

import pickle
import sqlite3

import yaml
from flask import request


def connect():
    return sqlite3.connect("notes.db")


def notes_of(owner):
    rows = connect().execute("SELECT id, title FROM note WHERE owner = ?", (owner,))
    return rows.fetchall()


def search(folder):
    cursor = connect().cursor()
    cursor.execute("SELECT id FROM note WHERE folder = '%s'" % folder)
    return cursor.fetchall()


def by_tag():
    return select_where("tag", request.args["tag"])


def select_where(column, value):
    statement = f"SELECT id FROM note WHERE {column} = '{value}'"
    return connect().execute(statement).fetchall()


def save_reset(user, token):
    connect().execute("INSERT INTO reset (owner, token) VALUES (?, ?)", (user, token))


def restore_backup():
    return pickle.loads(request.get_data())


def import_settings(path):
    with open(path) as handle:
        return yaml.load(handle, Loader=yaml.Loader)


def add_tags(note, tags=[]):
    tags.append(note.folder)
    note.tags = tags
    return note


def titles(ids):
    cursor = connect().cursor()
    found = []
    for note_id in ids:
        cursor.execute("SELECT title FROM note WHERE id = ?", (note_id,))
        found.append(cursor.fetchone())
    return found
