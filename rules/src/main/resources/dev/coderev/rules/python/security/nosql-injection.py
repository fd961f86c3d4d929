from bson import ObjectId
from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
users = MongoClient().shop.users


@app.post("/login")
def login():
    body = request.get_json()
    # ruleid: python.security.nosql-injection
    user = users.find_one({"name": body["name"], "password": body["password"]})
    # ruleid: python.security.nosql-injection
    users.delete_many(request.json)
    # ruleid: python.security.nosql-injection
    users.find(body)
    # ok: python.security.nosql-injection
    user = users.find_one({"name": str(body["name"])})
    # ok: python.security.nosql-injection
    user = users.find_one({"_id": ObjectId(body["id"])})
    # ok: python.security.nosql-injection
    user = users.find_one({"name": request.args["name"]})
    # ok: python.security.nosql-injection
    users.update_one({"active": True}, {"$set": {"seen": 1}})
    return str(user)


def locate(text, body):
    # ok: python.security.nosql-injection
    return text.find(body)
