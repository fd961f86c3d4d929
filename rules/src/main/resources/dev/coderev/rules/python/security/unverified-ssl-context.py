import ssl

import aiohttp


def contexts():
    # ruleid: python.security.unverified-ssl-context
    first = ssl._create_unverified_context()
    second = ssl.create_default_context()
    # ok: python.security.unverified-ssl-context
    second.check_hostname = False
    # ruleid: python.security.unverified-ssl-context
    second.verify_mode = ssl.CERT_NONE
    # ruleid: python.security.unverified-ssl-context
    third = aiohttp.TCPConnector(ssl=False)
    # ok: python.security.unverified-ssl-context
    fourth = ssl.create_default_context(cafile="ca.pem")
    # ok: python.security.unverified-ssl-context
    fourth.verify_mode = ssl.CERT_REQUIRED
    # ok: python.security.unverified-ssl-context
    fourth.check_hostname = True
    # ok: python.security.unverified-ssl-context
    fifth = aiohttp.TCPConnector(ssl=fourth)
    return first, third, fifth


def by_setting(settings):
    context = ssl.create_default_context()
    # ok: python.security.unverified-ssl-context
    context.check_hostname = False
    context.verify_mode = settings["mode"]
    return context


def names_only():
    context = ssl.create_default_context()
    # ruleid: python.security.unverified-ssl-context
    context.check_hostname = False
    return context


class Context:
    def __init__(self):
        # ok: python.security.unverified-ssl-context
        self.verify_mode = ssl.CERT_NONE


def context_no_verify():
    context = ssl.create_default_context()
    # ok: python.security.unverified-ssl-context
    context.verify_mode = ssl.CERT_NONE
    return context
