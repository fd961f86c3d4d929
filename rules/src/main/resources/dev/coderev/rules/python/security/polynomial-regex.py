import re

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
TRAILING = re.compile(r"[ \t]+$")


@app.post("/notes")
def notes():
    note = request.form["note"]
    # ruleid: python.security.polynomial-regex
    parts = re.split(r"\s*;\s*", note)
    # ruleid: python.security.polynomial-regex
    trimmed = TRAILING.sub("", note)
    # ruleid: python.security.polynomial-regex
    found = re.search(r'<i.*title="([^"]+)".*>', note)
    return jsonify(parts=parts, trimmed=trimmed, found=bool(found))


@app.post("/safe")
def safe():
    note = request.form["note"]
    # ok: python.security.polynomial-regex
    digits = re.match(r"^\d+$", note)
    # ok: python.security.polynomial-regex
    cut = TRAILING.sub("", note[:200])
    if len(note) > 500:
        abort(413)
    # ok: python.security.polynomial-regex
    short = TRAILING.sub("", note)
    return jsonify(digits=bool(digits), cut=cut, short=short)


def tidy(line):
    # ok: python.security.polynomial-regex
    return TRAILING.sub("", line)
