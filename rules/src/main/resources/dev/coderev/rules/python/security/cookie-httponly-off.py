from flask import Flask, make_response

app = Flask(__name__)
# ruleid: python.security.cookie-httponly-off
app.config["SESSION_COOKIE_HTTPONLY"] = False
# ok: python.security.cookie-httponly-off
app.config["SESSION_COOKIE_SECURE"] = False


@app.route("/")
def start():
    response = make_response("hello")
    # ruleid: python.security.cookie-httponly-off
    response.set_cookie("session", "abc", httponly=False)
    # ok: python.security.cookie-httponly-off
    response.set_cookie("session", "abc", httponly=True)
    # ok: python.security.cookie-httponly-off
    response.set_cookie("theme", "dark")
    return response
