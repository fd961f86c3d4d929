"""Handlers of many web frameworks: what a client sends reaches a library, or is checked before."""
import json
import os
import shutil
import subprocess

import aiohttp.web
import bottle
import cherrypy
import falcon
import gradio as gr
import httpx
import invoke
import lxml.etree
import peewee
import pymongo
import sqlalchemy
import streamlit as st
import tornado.web
import urllib3
import websockets
from django.http import HttpResponse
from django.urls import path
from django.views import View
from fabric import Connection
from fastapi import Body, Depends, FastAPI
from flask import Flask, redirect, request, send_from_directory
from http.server import BaseHTTPRequestHandler
from pydantic import BaseModel
from pyramid.httpexceptions import HTTPFound
from pyramid.view import view_config
from sanic import Sanic, response
from twisted.web.resource import Resource

app = Flask(__name__)
api = FastAPI()
shop = Sanic("shop")


class Reports(tornado.web.RequestHandler):
    def get(self, report):
        # ruleid: python.security.path-traversal
        os.truncate("/var/reports/" + report, 0)
        # ruleid: python.security.reflected-xss
        self.write("<b>" + self.request.uri + "</b>")

    def post(self, report_id):
        # ok: python.security.path-traversal
        os.truncate("/var/reports/%d" % int(report_id), 0)
        # ruleid: python.security.open-redirect
        self.redirect(self.get_body_argument("next"))


class Mirror:
    @cherrypy.expose
    def fetch(self, source):
        # ruleid: python.security.ssrf
        return urllib3.PoolManager().request("GET", source).data

    def helper(self, source):
        # ok: python.security.ssrf
        return urllib3.PoolManager().request("GET", source).data


class Files:
    def on_get(self, req, resp, name):
        # ruleid: python.security.path-traversal
        resp.data = open(os.path.join("/srv", name), "rb").read()

    def on_put(self, req, resp):
        # ruleid: python.security.command-injection
        invoke.run("import " + req.get_param("table"))
        # ok: python.security.command-injection
        invoke.run("import %d" % req.get_param_as_int("row"))


class Echo(BaseHTTPRequestHandler):
    def do_GET(self):
        # ruleid: python.security.command-injection
        os.system("touch " + self.path)
        # ruleid: python.security.reflected-xss
        self.wfile.write(("<p>" + self.headers["X-Name"]).encode())

    def do_POST(self):
        self.send_header("Content-Type", "text/plain")
        # ok: python.security.reflected-xss
        self.wfile.write(self.path.encode())


class Page(Resource):
    def render_GET(self, request):
        # ruleid: python.security.reflected-xss
        request.write(b"<h1>" + request.args[b"title"][0])
        return b"done"

    def getChild(self, part, request):
        # ruleid: python.security.path-traversal
        return Page(os.scandir(part))


@view_config(route_name="go")
def go(request):
    # ruleid: python.security.open-redirect
    return HTTPFound(location=request.params["to"])


@shop.post("/item")
async def item(request):
    # ruleid: python.security.reflected-xss
    return response.html("<i>" + request.form.get("name"))


async def tail(socket):
    async for line in socket:
        # ruleid: python.security.command-injection
        subprocess.getoutput(cmd="tail " + line)


websockets.serve(tail, "127.0.0.1", 8765)


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html")])
    # ruleid: python.security.reflected-xss
    return [environ["QUERY_STRING"].encode()]


@bottle.get("/hello")
def hello():
    # ruleid: python.security.reflected-xss
    return "<p>" + bottle.request.query.name


class Order(BaseModel):
    note: str
    count: int


@api.post("/orders")
def order(body: Order, comment=Body(...), db=Depends(object)):
    # ruleid: python.security.sql-injection
    db.execute("INSERT INTO notes VALUES ('" + body.note + "')")
    # ok: python.security.sql-injection
    db.execute("UPDATE stock SET n = " + str(int(body.count)))
    # ruleid: python.security.sql-injection
    db.execute(statement="SELECT * FROM c WHERE t = '" + comment + "'")


@api.get("/pages")
def pages(number: int, client):
    # ok: python.security.sql-injection
    peewee.SQL("LIMIT %s" % number)


@app.route("/download")
def download():
    # ruleid: python.security.path-traversal
    return send_from_directory(request.args["folder"], "index.html")


@app.route("/download/one")
def download_one():
    # ok: python.security.path-traversal
    return send_from_directory("/srv/files", request.args["name"])


@app.route("/copy")
def copy():
    wanted = os.path.realpath(os.path.join("/srv", request.args["name"]))
    if os.path.commonprefix((os.path.realpath(wanted), "/srv/")) != "/srv/":
        return "no"
    # ok: python.security.path-traversal
    shutil.copy2(wanted, "/tmp/copy")
    # ruleid: python.security.path-traversal
    shutil.copy2("/tmp/copy", request.args["to"])
    return "yes"


@app.route("/program")
def program():
    command = request.args["command"]
    # ruleid: python.security.command-injection
    subprocess.check_call(command)
    # ok: python.security.command-injection
    subprocess.check_call(["/usr/bin/file", command])
    line = ["/usr/bin/file"]
    line.append(command)
    # ok: python.security.command-injection
    return str(subprocess.call(line))


@app.route("/remote")
def remote():
    machine = Connection("build.example.org")
    # ruleid: python.security.command-injection
    machine.sudo("systemctl restart " + request.args["unit"])
    # ok: python.security.command-injection
    machine.get(request.args["file"])
    return "ok"


def use(*values):
    return "%d used" % len(values)


@app.route("/table")
def table():
    # ruleid: python.security.sql-injection
    rows = sqlalchemy.sql.expression.text(text="SELECT " + request.args["column"])
    # ruleid: python.security.xpath-injection
    found = lxml.etree.ETXPath(path="//row[@id='" + request.args["row"] + "']")
    return use(rows, found)


@app.route("/find")
def find():
    shoes = pymongo.MongoClient().shop.shoes
    wanted = json.loads(request.args["query"])
    # ruleid: python.security.nosql-injection
    first = shoes.find_one(filter={"size": wanted})
    # ok: python.security.nosql-injection
    second = shoes.find_one({"size": request.args["size"]})
    # ok: python.security.nosql-injection
    third = shoes.find_one({"size": {"$eq": wanted}})
    code = {
        # ruleid: python.security.nosql-script-injection
        "body": "function(s) { return s > " + request.args["least"] + " }",
        "args": ["$size"],
        "lang": "js",
    }
    return use(first, second, third, code)


@app.route("/home")
def home():
    target = "https://www.example.org/"
    target += request.args["page"]
    # ok: python.security.open-redirect
    first = redirect(target)
    other = "https:"
    other += request.args["page"]
    # ruleid: python.security.open-redirect
    return redirect(other) or first


def page(request, slug):
    # ruleid: python.security.reflected-xss
    return HttpResponse(content="<title>" + slug)


def entry(request, number):
    # ok: python.security.reflected-xss
    return HttpResponse(content="<title>" + str(number))


urlpatterns = [path("page/<slug:slug>/", page), path("entry/<int:number>/", entry)]


class Profile(View):
    def get(self, request, nickname):
        # ruleid: python.security.reflected-xss
        return HttpResponse(greeting(nickname))


def greeting(nickname):
    from jinja2 import Template

    # ruleid: python.security.template-injection
    return Template(source="Hello " + nickname).render()


def ask():
    address = st.text_input("Address")
    # ruleid: python.security.ssrf
    st.write(httpx.get(url=address).text)
    choice = st.selectbox("Address", ["https://example.org"])
    # ok: python.security.ssrf
    st.write(httpx.get(url=choice).text)


def describe(picture):
    # ruleid: python.security.path-traversal
    return os.path.getctime(picture)


gr.Interface(fn=describe, inputs="text", outputs="text")


async def upload(request):
    data = await request.post()
    # ruleid: python.security.path-traversal
    return aiohttp.web.FileResponse(path="/srv/" + data["name"])
