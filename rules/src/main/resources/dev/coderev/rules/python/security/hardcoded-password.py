import os

import jwt
import psycopg2
from flask import Flask

import museum

app = Flask(__name__)
# ruleid: python.security.hardcoded-password
app.secret_key = "k8Vq2zPw0s7L"
KEY = "p0l1c3-b0x-1923"


def connect(settings):
    # ruleid: python.security.hardcoded-password
    first = psycopg2.connect(host="db", user="shop", password="hunter2hunter2")
    # ruleid: python.security.hardcoded-password
    token = jwt.encode({"sub": "1"}, KEY, algorithm="HS256")
    # ok: python.security.hardcoded-password
    second = psycopg2.connect(host="db", user="shop", password=os.environ["DB_PASSWORD"])
    # ok: python.security.hardcoded-password
    third = psycopg2.connect(host="db", user="shop", password="")
    # ok: python.security.hardcoded-password
    other = jwt.encode({"sub": "1"}, settings.key, algorithm="HS256")
    # ok: python.security.hardcoded-password
    fourth = museum.connect(password="hunter2hunter2")
    return first, token, second, third, other, fourth
