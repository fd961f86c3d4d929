"""A notebook for a small team."""

import os
from pathlib import Path

from flask import Flask, abort, jsonify, render_template, request, send_from_directory, session
from werkzeug.utils import secure_filename

import store

app = Flask(__name__)
app.secret_key = os.environ["NOTES_SECRET_KEY"]
app.config["SESSION_COOKIE_SECURE"] = True

UPLOADS = Path(os.environ.get("NOTES_UPLOADS", "uploads"))
SORTABLE = ("title", "created")


@app.route("/notes")
def list_notes():
    column = request.args.get("sort", "title")
    if column not in SORTABLE:
        abort(400)
    return jsonify(store.notes_of(session.get("user", ""), column))


@app.route("/search")
def search():
    term = request.args.get("q", "")
    return render_template("search.html", term=term, hits=store.search(term))


@app.route("/notes/<int:number>")
def note(number):
    return jsonify(store.note(number))


@app.route("/attachment/<name>")
def attachment(name):
    return send_from_directory(UPLOADS, secure_filename(name))


@app.route("/attachment", methods=["POST"])
def upload():
    part = request.files["file"]
    part.save(UPLOADS / secure_filename(part.filename))
    return "stored"


if __name__ == "__main__":
    app.run(port=int(os.environ.get("NOTES_PORT", "8000")))
