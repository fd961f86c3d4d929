import os
import sqlite3
from fastapi import FastAPI, Depends, Query, Body, Header, Form, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, FileResponse, PlainTextResponse
from pydantic import BaseModel
import httpx

app = FastAPI()
db = sqlite3.connect("a.db")


class Item(BaseModel):
    name: str
    price: float


@app.get("/a")
def a(name: str):
    # ruleid: python.security.sql-string-building, python.security.sql-injection
    return db.execute("select * from t where name = '" + name + "'").fetchall()


@app.get("/b")
def b(id: int):
    # ok: python.security.sql-injection
    return db.execute(f"select * from t where id = {id}").fetchall()


@app.post("/c")
async def c(item: Item):
    # todoruleid: python.security.sql-injection
    return db.execute(f"select * from t where name = '{item.name}'").fetchall()


@app.post("/d")
async def d(item: Item):
    # ok: python.security.sql-injection
    return db.execute(f"select * from t where price = {item.price}").fetchall()


@app.get("/e", response_class=HTMLResponse)
def e(name: str = Query("x")):
    # ruleid: python.security.reflected-xss
    return "<h1>" + name + "</h1>"


@app.get("/f")
def f(name: str):
    # ok: python.security.reflected-xss
    return {"hello": name}


@app.get("/g")
async def g(url: str):
    async with httpx.AsyncClient() as client:
        # ruleid: python.security.ssrf
        return (await client.get(url)).text


@app.get("/h")
def h(path: str = Query(...)):
    # ruleid: python.security.path-traversal
    return FileResponse(os.path.join("/srv", path))


@app.get("/i")
def i(to: str):
    # ruleid: python.security.open-redirect
    return RedirectResponse(to)


def term(q: str = Query(None)):
    return q


@app.get("/j")
def j(q: str = Depends(term)):
    # ruleid: python.security.subprocess-shell, python.security.command-injection
    os.system("grep " + q)


@app.get("/k")
def k(agent: str = Header(None)):
    # ruleid: python.security.reflected-xss
    return HTMLResponse(f"<p>{agent}</p>")
