from flask import Flask, make_response

app = Flask(__name__)
# ruleid: python.security.cookie-secure-off
app.config["SESSION_COOKIE_SECURE"] = False
# ok: python.security.cookie-secure-off
app.config["SESSION_COOKIE_HTTPONLY"] = False
# ruleid: python.security.cookie-secure-off
SESSION_COOKIE_SECURE = False
# ok: python.security.cookie-secure-off
CSRF_COOKIE_SECURE = True


@app.route("/")
def start():
    response = make_response("hello")
    # ruleid: python.security.cookie-secure-off
    response.set_cookie("session", "abc", secure=False)
    # ok: python.security.cookie-secure-off
    response.set_cookie("session", "abc", secure=True)
    return response
