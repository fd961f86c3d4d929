import json
import logging

from flask import Flask, request

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.route("/login")
def login():
    user = request.form["user"]
    # ruleid: python.security.log-injection
    log.info("login of " + user)
    # ruleid: python.security.log-injection
    logging.warning("login of %s", user)
    # ruleid: python.security.log-injection
    app.logger.error(f"login of {user}")
    # ok: python.security.log-injection
    log.info("login of %s", repr(user))
    # ok: python.security.log-injection
    log.info("login of " + user.replace("\r", "").replace("\n", " "))
    # ok: python.security.log-injection
    log.info("event %s", json.dumps({"user": user}))
    # ok: python.security.log-injection
    log.info("a login")
    # ok: python.security.log-injection
    log.info("page %d", int(request.args["page"]))
    return "ok"
