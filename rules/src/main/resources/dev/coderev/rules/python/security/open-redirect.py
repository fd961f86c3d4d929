from urllib.parse import urlparse

from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.route("/login")
def login():
    target = request.args.get("next")
    if request.args.get("fast"):
        # ruleid: python.security.open-redirect
        return redirect(target)
    if request.args.get("slow"):
        # ruleid: python.security.open-redirect
        return redirect("https://" + target, code=303)
    if request.args.get("home"):
        # ok: python.security.open-redirect
        return redirect(url_for("home", tab=target))
    if request.args.get("page"):
        # ok: python.security.open-redirect
        return redirect("/pages/" + target)
    if request.args.get("item"):
        # ok: python.security.open-redirect
        return redirect(f"/item/{target}")
    # ok: python.security.open-redirect
    return redirect("/start")


@app.route("/leave")
def leave():
    target = request.args.get("next", "")
    if urlparse(target).netloc not in ("example.org", "www.example.org"):
        return "no"
    # ok: python.security.open-redirect
    return redirect(target)


@app.route("/away")
def away():
    target = request.args.get("next", "")
    parts = urlparse(target)
    if parts.netloc not in ("example.org",) or parts.scheme != "https":
        return "no"
    # ok: python.security.open-redirect
    return redirect(target)
