from flask import Flask, make_response

app = Flask(__name__)


@app.post("/login")
def login():
    response = make_response("welcome")
    # ruleid: python.security.cookie-without-httponly
    response.set_cookie("session_id", new_session(), secure=True)
    # ruleid: python.security.cookie-without-httponly
    response.set_cookie(key="authToken", value=new_session())
    # ok: python.security.cookie-without-httponly
    response.set_cookie("session_id", new_session(), secure=True, httponly=True)
    # ok: python.security.cookie-without-httponly
    response.set_cookie("language", "en")
    # ok: python.security.cookie-without-httponly
    response.set_cookie("csrftoken", new_session(), secure=True)
    # ok: python.security.cookie-without-httponly
    response.set_cookie("session_id", new_session(), **settings())
    return response


def new_session():
    return "x"


def settings():
    return {}
