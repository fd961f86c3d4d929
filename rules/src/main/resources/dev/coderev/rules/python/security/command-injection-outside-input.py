import os
import shlex
import subprocess
import sys


def ping():
    host = input("Host: ")
    # ruleid: python.security.command-injection-outside-input
    os.system("ping -c 1 " + host)
    # ok: python.security.command-injection-outside-input
    os.system("ping -c 1 " + shlex.quote(host))
    # ok: python.security.command-injection-outside-input
    subprocess.run(["ping", "-c", "1", host], check=True)


def archive():
    # ruleid: python.security.command-injection-outside-input
    subprocess.call(f"tar cf {sys.argv[1]} .", shell=True)
    # ruleid: python.security.command-injection-outside-input
    os.popen("rsync . " + os.environ["ARCHIVE_TARGET"])
    # ok: python.security.command-injection-outside-input
    os.system("ls " + os.environ["HOME"])
    level = int(sys.argv[2])
    # ok: python.security.command-injection-outside-input
    os.system(f"gzip -{level} out.tar")
