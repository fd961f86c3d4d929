from flask import Flask, current_app, make_response

app = Flask(__name__)


@app.route("/")
def start():
    response = make_response("hello")
    # ruleid: python.security.cookie-without-secure
    response.set_cookie("session", "abc")
    # ruleid: python.security.cookie-without-secure
    response.set_cookie("session", "abc", httponly=True, samesite="Lax")
    # ok: python.security.cookie-without-secure
    response.set_cookie("session", "abc", secure=True)
    # ok: python.security.cookie-without-secure
    response.set_cookie("session", "abc", secure=current_app.config["HTTPS"])
    # ok: python.security.cookie-without-secure
    response.delete_cookie("session")
    # ok: python.security.cookie-without-secure
    jar_of(response).set_cookie(response)
    return response
