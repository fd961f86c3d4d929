import hashlib
import json
import logging
import os
import pickle
import random
import re
import subprocess
import tarfile
import urllib.request
import xml.etree.ElementTree as ET

import jinja2
import ldap
import lxml.etree
import requests
import yaml
from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.safestring import mark_safe
from fastapi import FastAPI, Query
from flask import Flask, Response, make_response, redirect, render_template_string, request, send_file, session
from sqlalchemy import create_engine, text

app = Flask(__name__)
api = FastAPI()
engine = create_engine("sqlite://")
log = logging.getLogger(__name__)


@app.route("/sql")
def sql():
    name = request.args.get("name")
    with engine.connect() as conn:
        # ruleid: python.security.sql-injection
        conn.execute(text("select * from t where name = '" + name + "'"))
        # ok: python.security.sql-injection
        conn.execute(text("select * from t where name = :name"), {"name": name})
    cursor = connection.cursor()
    # ruleid: python.security.sql-injection
    cursor.execute("select * from t where name = '%s'" % name)
    # ok: python.security.sql-injection
    cursor.execute("select * from t where name = %s", [name])
    # ruleid: python.security.sql-injection
    User.objects.raw(f"select * from users where name = '{name}'")
    # ok: python.security.sql-injection
    User.objects.filter(name=name)
    return "ok"


@app.route("/command")
def command():
    host = request.args["host"]
    # ruleid: python.security.command-injection
    os.system("ping " + host)
    # ruleid: python.security.command-injection
    subprocess.run("ping " + host, shell=True)
    # ruleid: python.security.command-injection
    subprocess.check_output(f"ping {host}", shell=True)
    # ruleid: python.security.command-injection
    os.popen("ping %s" % host)
    # ok: python.security.command-injection
    subprocess.run(["ping", host])
    # ruleid: python.security.command-injection
    subprocess.run(["sh", "-c", "ping " + host])
    return "ok"


@app.route("/xss")
def xss():
    name = request.args.get("name", "")
    if name == "a":
        # ok: python.security.reflected-xss
        return "<b>" + name + "</b>"
    # ruleid: python.security.reflected-xss
    response = make_response("<b>" + name + "</b>")
    # ruleid: python.security.reflected-xss
    return f"<b>{name}</b>"


@app.route("/xss2")
def xss2():
    # ruleid: python.security.reflected-xss
    return Response("<b>%s</b>" % request.args["name"])


def view(req):
    # ruleid: python.security.reflected-xss
    return HttpResponse("<b>" + req.GET.get("name") + "</b>")


@app.route("/template")
def template():
    name = request.form["name"]
    # ruleid: python.security.template-injection
    return render_template_string("Hello " + name)


@app.route("/template2")
def template2():
    # ruleid: python.security.template-injection
    one = jinja2.Template(request.args["t"]).render()
    # ruleid: python.security.template-injection
    two = jinja2.Environment().from_string(request.args["t"])
    # ok: python.security.template-injection
    three = render_template_string("Hello {{ name }}", name=request.args["t"])
    # ruleid: python.security.reflected-xss
    return one


@app.route("/path")
def path():
    name = request.args["name"]
    # ruleid: python.security.path-traversal
    with open("/srv/" + name) as f:
        f.read()
    # ruleid: python.security.path-traversal
    return send_file(os.path.join("/srv", name))


@app.route("/ssrf")
def ssrf():
    url = request.args["url"]
    # ruleid: python.security.ssrf
    requests.post(url, data={})
    # ruleid: python.security.ssrf
    urllib.request.urlopen(url)
    # ok: python.security.ssrf
    requests.get("https://api.example.com/items", params={"q": url})
    return "ok"


@app.route("/redirect")
def to():
    # ruleid: python.security.open-redirect
    return redirect(request.args.get("next"))


def to2(req):
    # ruleid: python.security.open-redirect
    return HttpResponseRedirect(req.GET["next"])


@app.route("/ldap")
def find():
    name = request.args["name"]
    link = ldap.initialize("ldap://directory")
    # ruleid: python.security.ldap-injection
    link.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + name + ")")
    # ok: python.security.ldap-injection
    link.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + ldap.filter.escape_filter_chars(name) + ")")
    return "ok"


@app.route("/xpath")
def xpath():
    name = request.args["name"]
    tree = lxml.etree.parse("users.xml")
    # ruleid: python.security.xpath-injection
    tree.xpath("//user[@name='" + name + "']")
    # ok: python.security.xpath-injection
    tree.xpath("//user[@name=$name]", name=name)
    return "ok"


@app.route("/eval")
def evaluated():
    # ruleid: python.security.code-injection
    eval(request.args["e"])
    # ruleid: python.security.code-injection
    exec(request.form["e"])
    # ok: python.security.code-injection
    json.loads(request.args["e"])
    return "ok"


@app.route("/load")
def load():
    # ruleid: python.security.unsafe-deserialization
    pickle.loads(request.data)
    # ok: python.security.unsafe-yaml-load
    yaml.safe_load(request.data)
    # ruleid: python.security.unsafe-yaml-load, python.security.unsafe-deserialization
    yaml.load(request.data, Loader=yaml.UnsafeLoader)
    return "ok"


@app.route("/log")
def logged():
    # ruleid: python.security.log-injection
    log.info("login of " + request.args["user"])
    # ok: python.security.log-injection
    log.info("login of " + request.args["user"].replace("\n", "").replace("\r", ""))
    return "ok"


@app.route("/header")
def header():
    response = Response("ok")
    # ruleid: python.security.header-injection
    response.headers["X-Name"] = request.args["name"]
    return response


@app.route("/trust")
def trust():
    # ruleid: python.security.trust-boundary
    session["role"] = request.form["role"]
    return "ok"


@app.route("/regex")
def regex():
    # ruleid: python.security.regex-injection
    re.search(request.args["p"], "text")
    return "ok"


@app.route("/random")
def weak():
    # ruleid: python.security.insecure-random
    token = str(random.randint(0, 10**9))
    # ruleid: python.security.weak-hash, python.security.insecure-random
    digest = hashlib.md5(token.encode()).hexdigest()
    return digest


@api.get("/items")
def items(name: str = Query("")):
    # ruleid: python.security.sql-injection
    connection.cursor().execute("select * from t where name = '" + name + "'")
    return []
