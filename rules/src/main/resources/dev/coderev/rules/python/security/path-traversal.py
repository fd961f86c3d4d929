import os
import shutil
from pathlib import Path

from flask import Flask, request, send_file, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
ROOT = "/srv/files"
BASE = Path("/srv/files")


@app.route("/read")
def read():
    name = request.args["name"]
    path = os.path.join(ROOT, name)
    # ruleid: python.security.path-traversal
    with open(path) as handle:
        text = handle.read()
    # ruleid: python.security.path-traversal
    os.remove(ROOT + "/" + name)
    # ruleid: python.security.path-traversal
    shutil.rmtree(path)
    # ruleid: python.security.path-traversal
    text += (BASE / name).read_text()
    # ruleid: python.security.path-traversal
    send_file(f"{ROOT}/{name}")
    # ok: python.security.path-traversal
    send_from_directory(ROOT, name)
    # ok: python.security.path-traversal
    with open(os.path.join(ROOT, secure_filename(name))) as handle:
        text += handle.read()
    # ok: python.security.path-traversal
    with open(os.path.join(ROOT, os.path.basename(name))) as handle:
        text += handle.read()
    # ok: python.security.path-traversal
    with open(ROOT + "/index.txt") as handle:
        text += handle.read()
    number = int(name)
    # ok: python.security.path-traversal
    with open(f"{ROOT}/{number}.txt") as handle:
        text += handle.read()
    return text


@app.route("/checked")
def checked():
    path = (BASE / request.args["name"]).resolve()
    if not path.is_relative_to(BASE):
        return "outside"
    # ok: python.security.path-traversal
    return path.read_text()


def load(name):
    # ruleid: python.security.path-traversal
    return open("/srv/templates/" + name).read()


@app.route("/template/<path:name>")
def template(name):
    return load(name)


@app.post("/upload")
def upload():
    part = request.files["file"]
    # ruleid: python.security.path-traversal
    part.save(os.path.join(ROOT, part.filename))
    # ok: python.security.path-traversal
    part.save(os.path.join(ROOT, secure_filename(part.filename)))
    return "stored"


@app.route("/exists")
def exists():
    name = request.args["name"]
    # ruleid: python.security.path-traversal
    found = os.path.isfile(os.path.join(ROOT, name))
    # ok: python.security.path-traversal
    known = os.path.isfile(os.path.join(ROOT, os.path.basename(name)))
    return {"found": found, "known": known}
