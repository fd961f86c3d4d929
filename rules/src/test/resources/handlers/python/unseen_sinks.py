import hashlib
import logging
import random
import secrets
from pathlib import Path

import fabric.api
import lxml.etree
from flask import Flask, Response, request, stream_template_string
from genshi.template.text import TextTemplate
from PIL import Image, ImageMath

app = Flask(__name__)


@app.route("/print/<name>")
def print_page(name):
    # ruleid: python.security.command-injection
    fabric.api.local(command="lpr " + name)
    # ok: python.security.command-injection
    fabric.api.local(command="lprm -")
    # ruleid: python.security.path-traversal
    pages = list(Path("/srv/pages").glob(name + ".*"))
    # ok: python.security.path-traversal
    all_pages = list(Path("/srv/pages").glob("*.html"))
    # ruleid: python.security.log-injection
    logging.log(logging.INFO, "printed " + name)
    # ok: python.security.log-injection
    logging.log(logging.INFO, "printed %d", len(pages))
    return {"pages": len(pages), "all": len(all_pages)}


@app.route("/formula", methods=["POST"])
def formula():
    picture = Image.open("/srv/pages/a.png")
    # ruleid: python.security.code-injection
    first = ImageMath.eval(request.form["formula"], a=picture)
    # ok: python.security.code-injection
    second = ImageMath.eval("convert(a, 'L')", a=picture)
    return {"sizes": [first.size, second.size]}


@app.route("/template", methods=["POST"])
def template():
    # ruleid: python.security.template-injection
    first = TextTemplate(request.form["text"]).generate()
    # ok: python.security.template-injection
    second = TextTemplate("Dear $name").generate(name=request.form["name"])
    # ruleid: python.security.template-injection, python.security.reflected-xss
    return stream_template_string(request.form["text"], first=first, second=second)


@app.route("/document", methods=["POST"])
def document():
    # ruleid: python.security.xml-parsing-of-remote-input
    tree, names = lxml.etree.XMLID(request.data)
    # ok: python.security.xml-parsing-of-remote-input
    other, more = lxml.etree.XMLID("<a id='b'/>")
    # ruleid: python.security.reflected-xss
    page = Response("<p>" + request.args["title"] + "</p>")
    # ok: python.security.reflected-xss
    plain = Response(request.args["title"], mimetype="text/plain")
    # ruleid: python.security.reflected-xss
    return page if names else plain


def new_key():
    # ruleid: python.security.insecure-random
    weak = hashlib.sha256(str(random.getrandbits(256)).encode()).hexdigest()
    # ok: python.security.insecure-random
    strong = hashlib.sha256(secrets.token_bytes(32)).hexdigest()
    return weak, strong
