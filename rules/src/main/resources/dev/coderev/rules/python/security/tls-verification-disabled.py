import httpx
import requests

import gallery

CHECK = True


def fetch(url):
    # ruleid: python.security.tls-verification-disabled
    requests.get(url, verify=False, timeout=5)
    # ruleid: python.security.tls-verification-disabled
    requests.post(url, json={}, verify=False, timeout=5)
    # ruleid: python.security.tls-verification-disabled
    client = httpx.Client(verify=False)
    session = requests.Session()
    # ruleid: python.security.tls-verification-disabled
    session.verify = False
    # ok: python.security.tls-verification-disabled
    requests.get(url, verify=True, timeout=5)
    # ok: python.security.tls-verification-disabled
    requests.get(url, verify="ca.pem", timeout=5)
    # ok: python.security.tls-verification-disabled
    requests.get(url, verify=CHECK, timeout=5)
    # ok: python.security.tls-verification-disabled
    gallery.get(url, verify=False)
    # ok: python.security.tls-verification-disabled
    session.headers["x"] = "y"
    return client
