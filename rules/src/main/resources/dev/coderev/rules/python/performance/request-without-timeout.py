import httpx
import requests
from requests import get

import mailbox_of_requests as mailing


def fetch(url, options):
    # ruleid: python.performance.request-without-timeout
    first = requests.get(url)
    # ruleid: python.performance.request-without-timeout
    second = get(url, params={"a": 1})
    # ruleid: python.performance.request-without-timeout
    third = requests.post(url, json={"a": 1})
    # ruleid: python.performance.request-without-timeout
    fourth = httpx.get(url, timeout=None)
    # ok: python.performance.request-without-timeout
    fifth = requests.get(url, timeout=10)
    # ok: python.performance.request-without-timeout
    sixth = requests.get(url, **options)
    # ok: python.performance.request-without-timeout
    seventh = httpx.get(url)
    # ok: python.performance.request-without-timeout
    eighth = mailing.get(url)
    return first, second, third, fourth, fifth, sixth, seventh, eighth


def forever(url):
    # ruleid: python.performance.request-without-timeout
    return requests.get(url, timeout=None)
