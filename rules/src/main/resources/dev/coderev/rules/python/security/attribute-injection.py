from flask import Flask, request

app = Flask(__name__)
ACTIONS = {"start": print}


@app.post("/do")
def act():
    name = request.form["action"]
    # ruleid: python.security.attribute-injection
    getattr(app, name)()
    # ruleid: python.security.attribute-injection
    setattr(app, "x_" + name, 1)
    # ok: python.security.attribute-injection
    ACTIONS[name]()
    # ok: python.security.attribute-injection
    getattr(app, "run_" + str(int(name)))()
    # ok: python.security.attribute-injection
    return getattr(app, "name")


@app.post("/safe")
def safe():
    name = request.form["action"]
    if name not in ACTIONS:
        return "unknown"
    # ok: python.security.attribute-injection
    return getattr(app, name)()
