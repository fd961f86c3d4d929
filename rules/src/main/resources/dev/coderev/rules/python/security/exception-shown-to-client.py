import traceback

from flask import Flask

app = Flask(__name__)


@app.route("/a")
def first():
    try:
        return work()
    except Exception as error:
        # ruleid: python.security.exception-shown-to-client
        return {"error": str(error)}, 500


@app.route("/b")
def second():
    try:
        return work()
    except Exception:
        # ruleid: python.security.exception-shown-to-client
        return traceback.format_exc(), 500


@app.route("/c")
def third():
    try:
        return work()
    except Exception as error:
        app.logger.error("failed: %s", error)
        # ok: python.security.exception-shown-to-client
        return "internal error", 500


@app.route("/d")
def fourth():
    try:
        return work()
    except InvalidQuantity as error:
        # ok: python.security.exception-shown-to-client
        return str(error), 400


def describe(error):
    # ok: python.security.exception-shown-to-client
    return str(error)


@app.route("/three")
def three():
    try:
        return work()
    except Exception as error:
        # ruleid: python.security.exception-shown-to-client
        return error, 500


@app.route("/four")
def four():
    try:
        return work()
    except Exception as error:
        told = traceback.format_exc()
        log(told, error)
        if work():
            # ok: python.security.exception-shown-to-client
            return "failed", 500
        # ruleid: python.security.exception-shown-to-client
        return render(told)
