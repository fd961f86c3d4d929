import json
import pickle
import urllib.request

import requests


def serve(connection):
    data = connection.recv(65536)
    # ruleid: python.security.pickle-from-network
    message = pickle.loads(data)
    # ok: python.security.pickle-from-network
    text = json.loads(data)
    return message, text


def model():
    # ruleid: python.security.pickle-from-network
    first = pickle.loads(requests.get("https://models.example.org/m", timeout=9).content)
    # ruleid: python.security.pickle-from-network
    second = pickle.load(urllib.request.urlopen("https://models.example.org/m"))
    with open("m.bin", "rb") as handle:
        # ok: python.security.pickle-from-network
        third = pickle.load(handle)
    # ok: python.security.pickle-from-network
    fourth = pickle.loads(pickle.dumps(third))
    return first, second, fourth
