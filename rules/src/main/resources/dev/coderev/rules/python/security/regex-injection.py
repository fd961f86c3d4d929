import re

from flask import Flask, request

app = Flask(__name__)


@app.route("/grep")
def grep():
    wanted = request.args["wanted"]
    # ruleid: python.security.regex-injection
    found = re.search(wanted, "some text")
    # ruleid: python.security.regex-injection
    rule = re.compile("^" + wanted + "$")
    # ok: python.security.regex-injection
    safe = re.search(re.escape(wanted), "some text")
    # ok: python.security.regex-injection
    ok = re.match("[a-z]+", wanted)
    # ok: python.security.regex-injection
    parts = wanted.split(",")
    return str((found, rule, safe, ok, parts))
