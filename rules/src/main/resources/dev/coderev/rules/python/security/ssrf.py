import urllib.parse
import urllib.request

import httpx
import requests
from flask import Flask, request

app = Flask(__name__)
SOURCES = {"news": "https://news.example.org/feed"}


@app.route("/fetch")
def fetch():
    url = request.args["url"]
    # ruleid: python.security.ssrf
    page = requests.get(url, timeout=5).text
    # ruleid: python.security.ssrf
    page += urllib.request.urlopen(url).read().decode()
    # ruleid: python.security.ssrf
    page += httpx.get("http://" + url + "/status").text
    # ruleid: python.security.ssrf
    page += requests.request("GET", f"https://{url}/x", timeout=5).text
    # ok: python.security.ssrf
    page += requests.get("https://news.example.org/feed", timeout=5).text
    # ok: python.security.ssrf
    page += requests.get(SOURCES["news"], params={"q": url}, timeout=5).text
    # ok: python.security.ssrf
    page += requests.get("https://news.example.org/item/" + url, timeout=5).text
    # ok: python.security.ssrf
    page += requests.get(f"https://news.example.org/item/{url}", timeout=5).text
    # ok: python.security.ssrf
    page += app.config.get(url)
    return page


@app.route("/mirror")
def mirror():
    url = request.args["url"]
    parts = urllib.parse.urlparse(url)
    if parts.hostname not in ("news.example.org",):
        return "no"
    # ok: python.security.ssrf
    return requests.get(url, timeout=5).text
