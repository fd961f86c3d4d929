from flask import Flask, request, session

app = Flask(__name__)


@app.route("/as")
def act_as():
    # ruleid: python.security.trust-boundary
    session["user"] = request.args["user"]
    name = request.cookies.get("name")
    # ruleid: python.security.trust-boundary
    session[name] = "1"
    # ok: python.security.trust-boundary
    session["page"] = int(request.args["page"])
    # ok: python.security.trust-boundary
    session["seen"] = True
    cart = {}
    # ok: python.security.trust-boundary
    cart["user"] = request.args["user"]
    return "ok"


@app.route("/language")
def language():
    wanted = request.args["language"]
    if wanted not in ("de", "en"):
        return "unknown"
    # ok: python.security.trust-boundary
    session["language"] = wanted
    return "ok"
