import os
import shlex
import subprocess
from subprocess import check_output as capture

from flask import Flask, request

import telemetry

app = Flask(__name__)


@app.get("/ping")
def ping():
    host = request.args["host"]
    # ruleid: python.security.command-injection
    os.system("ping -c 1 " + host)
    # ruleid: python.security.command-injection
    subprocess.run(f"ping -c 1 {host}", shell=True, check=True)
    # ruleid: python.security.command-injection
    text = capture("nslookup %s" % host, shell=True)
    # ruleid: python.security.command-injection
    subprocess.run(["bash", "-c", "dig " + host])
    # ok: python.security.command-injection
    subprocess.run(["ping", "-c", "1", host], check=True)
    # ok: python.security.command-injection
    os.system("ping -c 1 " + shlex.quote(host))
    # ok: python.security.command-injection
    os.system("uptime")
    # ok: python.security.command-injection
    telemetry.system("ping " + host)
    shell = ["sh", "-c"]
    shell.append("dig " + host)
    # ruleid: python.security.command-injection
    subprocess.run(shell)
    direct = ["dig"]
    direct.append(host)
    # ok: python.security.command-injection
    subprocess.run(direct)
    count = int(request.args.get("count", "1"))
    # ok: python.security.command-injection
    subprocess.call(f"ping -c {count} localhost", shell=True)
    return text


def lookup(name):
    # ruleid: python.security.command-injection
    return os.popen("whois " + name).read()


@app.post("/whois")
def whois():
    return lookup(request.form.get("name"))


@app.post("/service")
def service():
    action = request.form["action"]
    if action not in {"start", "stop"}:
        return "unknown action"
    # ok: python.security.command-injection
    os.system("systemctl " + action + " shop")
    return "ok"
