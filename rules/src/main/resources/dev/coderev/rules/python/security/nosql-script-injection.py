from flask import Flask, request

app = Flask(__name__)


@app.get("/people")
def people(users):
    name = request.args["name"]
    # ruleid: python.security.nosql-script-injection
    return str(users.find_one({"$where": "this.name == '" + name + "'"}))


@app.get("/adults")
def adults(users):
    age = int(request.args["age"])
    # ok: python.security.nosql-script-injection
    return str(users.find_one({"$where": f"this.age > {age}"}))
