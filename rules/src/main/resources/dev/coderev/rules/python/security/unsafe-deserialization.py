import base64
import json
import pickle
from pickle import loads

import yaml
from flask import Flask, request

app = Flask(__name__)


@app.post("/load")
def load():
    blob = base64.b64decode(request.cookies["state"])
    # ruleid: python.security.unsafe-deserialization
    state = pickle.loads(blob)
    # ruleid: python.security.unsafe-deserialization
    state = loads(request.get_data())
    # ruleid: python.security.unsafe-deserialization
    state = yaml.load(request.data, Loader=yaml.Loader)
    # ruleid: python.security.unsafe-deserialization
    state = yaml.unsafe_load(request.data)
    # ok: python.security.unsafe-deserialization
    state = yaml.safe_load(request.data)
    # ok: python.security.unsafe-deserialization
    state = yaml.load(request.data, Loader=yaml.SafeLoader)
    # ok: python.security.unsafe-deserialization
    state = json.loads(request.data)
    with open("state.bin", "rb") as handle:
        # ok: python.security.unsafe-deserialization
        state = pickle.load(handle)
    return str(state)
