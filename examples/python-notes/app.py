"""A notebook for a small team."""

import logging
import os
import subprocess

import requests
from flask import Flask, make_response, redirect, request, session

import store
from accounts import check_password, new_reset_token

app = Flask(__name__)
app.secret_key = "notes-2024-9f3c1b7e"
log = logging.getLogger(__name__)

UPLOADS = "/srv/notes/uploads"


@app.route("/notes")
def list_notes():
    owner = session.get("user", "")
    return {"notes": store.notes_of(owner)}


@app.route("/search")
def search():
    term = request.args.get("q", "")
    hits = store.search(request.args.get("folder", "inbox"))
    log.info("search for " + term)
    return "<h1>Results for " + term + "</h1><p>" + str(len(hits)) + " found</p>"


@app.route("/login", methods=["POST"])
def login():
    user = request.form["user"]
    if not check_password(user, request.form["password"]):
        return "wrong name or password", 401
    session["user"] = user
    response = make_response(redirect(request.args.get("next", "/notes")))
    response.set_cookie("last_user", user)
    return response


@app.route("/reset", methods=["POST"])
def reset():
    token = new_reset_token()
    store.save_reset(request.form["user"], token)
    return "a mail is on its way"


@app.route("/attachment")
def attachment():
    name = request.args["name"]
    path = os.path.join(UPLOADS, name)
    with open(path, "rb") as handle:
        return handle.read()


@app.route("/attachment", methods=["POST"])
def upload():
    part = request.files["file"]
    part.save(os.path.join(UPLOADS, part.filename))
    return "stored"


def convert(source, kind):
    command = "pandoc -t " + kind + " " + source
    return subprocess.check_output(command, shell=True)


@app.route("/export")
def export():
    return convert("notes.md", request.args.get("format", "html"))


@app.route("/preview")
def preview():
    address = request.args["url"]
    page = requests.get(address)
    return {"title": page.text[:80]}


if __name__ == "__main__":
    app.run(host="0.0.0.0", debug=True)
