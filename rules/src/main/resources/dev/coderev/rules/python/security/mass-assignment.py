from flask import Flask, request

app = Flask(__name__)


@app.post("/users")
def create():
    # ruleid: python.security.mass-assignment
    user = User(**request.json)
    # ruleid: python.security.mass-assignment
    other = User(**request.get_json(force=True))
    for key, value in request.form.items():
        # ruleid: python.security.mass-assignment
        setattr(user, key, value)
    # ok: python.security.mass-assignment
    third = User(name=request.json["name"], mail=request.json["mail"])
    defaults = {"name": "x"}
    # ok: python.security.mass-assignment
    fourth = User(**defaults)
    for key, value in defaults.items():
        # ok: python.security.mass-assignment
        setattr(user, key, value)
    return str((other, third, fourth))
