import os
import shlex
import subprocess

DEPTH = 3


def clone(url):
    # ruleid: python.security.subprocess-shell
    subprocess.check_call("git clone " + url, shell=True)
    # ruleid: python.security.subprocess-shell
    subprocess.run(f"git clone {url}", shell=True)
    # ruleid: python.security.subprocess-shell
    os.system("git clone %s" % url)
    # ok: python.security.subprocess-shell
    subprocess.check_call(["git", "clone", url])
    # ok: python.security.subprocess-shell
    subprocess.run("git fetch --all", shell=True)
    # ok: python.security.subprocess-shell
    subprocess.run(f"git fetch --depth {DEPTH}", shell=True)
    # ok: python.security.subprocess-shell
    os.system("git clone %s" % shlex.quote(url))
