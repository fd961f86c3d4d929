import socket

import uvicorn
from flask import Flask

app = Flask(__name__)


def start(address):
    # ruleid: python.security.binds-all-interfaces
    app.run(host="0.0.0.0", port=80)
    listener = socket.socket()
    # ruleid: python.security.binds-all-interfaces
    listener.bind(("0.0.0.0", 9000))
    # ruleid: python.security.binds-all-interfaces
    uvicorn.run(app, host="0.0.0.0")
    # ok: python.security.binds-all-interfaces
    app.run(host="127.0.0.1", port=80)
    # ok: python.security.binds-all-interfaces
    listener.bind(("127.0.0.1", 9000))
    # ok: python.security.binds-all-interfaces
    uvicorn.run(app, host=address)
