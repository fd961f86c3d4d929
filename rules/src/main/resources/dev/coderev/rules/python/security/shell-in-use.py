import os
import subprocess


def run(folder):
    # ruleid: python.security.shell-in-use
    subprocess.run("ls | wc -l", shell=True)
    # ruleid: python.security.shell-in-use
    subprocess.getoutput("df -h")
    # ruleid: python.security.shell-in-use
    os.system("sync")
    # ok: python.security.shell-in-use
    subprocess.run(["ls", folder])
    # ok: python.security.shell-in-use
    subprocess.run(["ls", folder], shell=False)
