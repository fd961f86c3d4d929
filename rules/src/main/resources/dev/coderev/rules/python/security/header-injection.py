from urllib.parse import quote

from flask import Flask, make_response, request
from werkzeug.utils import secure_filename

app = Flask(__name__)


@app.route("/export")
def export():
    name = request.args["name"]
    response = make_response("id;name")
    # ruleid: python.security.header-injection
    response.headers["Content-Disposition"] = "attachment; filename=" + name
    # ruleid: python.security.header-injection
    response.headers.add("X-Name", name)
    # ok: python.security.header-injection
    response.headers["X-Name"] = quote(name)
    # ok: python.security.header-injection
    response.headers.set("X-Name", name.replace("\r", "").replace("\n", ""))
    # ok: python.security.header-injection
    response.headers["Content-Disposition"] = "attachment; filename=" + secure_filename(name)
    # ok: python.security.header-injection
    response.headers["Cache-Control"] = "no-store"
    return response
