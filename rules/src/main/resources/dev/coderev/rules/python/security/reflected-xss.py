import html

from flask import Flask, jsonify, make_response, redirect, render_template, request
from markupsafe import Markup, escape

app = Flask(__name__)


@app.route("/search")
def search():
    term = request.args.get("q", "")
    # ruleid: python.security.reflected-xss
    return "<h1>Results for " + term + "</h1>"


@app.route("/banner")
def banner():
    text = request.cookies.get("banner")
    # ruleid: python.security.reflected-xss
    page = make_response(f"<div>{text}</div>")
    # ruleid: python.security.reflected-xss
    label = Markup("<b>%s</b>" % text)
    print(label)
    # ok: python.security.reflected-xss
    page = make_response(("<div></div>", {"X-Banner": text}))
    # ok: python.security.reflected-xss
    return page


@app.route("/safe")
def safe():
    term = request.args.get("q", "")
    if term == "a":
        # ok: python.security.reflected-xss
        return "<h1>" + html.escape(term) + "</h1>"
    if term == "b":
        # ok: python.security.reflected-xss
        return f"<h1>{escape(term)}</h1>"
    if term == "c":
        # ok: python.security.reflected-xss
        return render_template("search.html", term=term)
    if term == "d":
        # ok: python.security.reflected-xss
        return jsonify(term=term)
    if term == "e":
        # ok: python.security.reflected-xss
        return {"term": term}
    # ok: python.security.reflected-xss
    return redirect("/")


def count(items):
    # ok: python.security.reflected-xss
    return "<p>" + items + "</p>"


@app.route("/from")
def previous_page():
    page = request.headers.get("Referer", "")
    # ruleid: python.security.reflected-xss
    return "<a href='{0[back]}'>back</a>".format({"back": page})


def escaped(text):
    result = ""
    for character in text:
        if character.isalnum():
            result += character
        else:
            result += f"&#x{hex(ord(character))[2:]};"
    return result


@app.route("/escaped")
def by_hand():
    # ok: python.security.reflected-xss
    return "<p>" + escaped(request.args.get("q", "")) + "</p>"


def answered_as_data():
    text = json.dumps({"name": flask.request.args["name"]})
    # ok: python.security.reflected-xss
    answer = flask.make_response(text, 200)
    answer.headers["Content-Type"] = "application/json"
    return answer


def answered_as_page():
    # ruleid: python.security.reflected-xss
    answer = flask.make_response(flask.request.args["name"], 200)
    answer.headers["Content-Type"] = "text/html"
    return answer
