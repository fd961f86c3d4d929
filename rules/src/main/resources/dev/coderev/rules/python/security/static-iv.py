import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import modes


def seal(key):
    # ruleid: python.security.static-iv
    first = modes.CBC(b"0123456789abcdef")
    # ruleid: python.security.static-iv
    second = AES.new(key, AES.MODE_CBC, b"\x00" * 16)
    # ruleid: python.security.static-iv
    third = AES.new(key, AES.MODE_GCM, nonce=bytes(12))
    # ok: python.security.static-iv
    fourth = modes.CBC(os.urandom(16))
    nonce = os.urandom(12)
    # ok: python.security.static-iv
    fifth = AES.new(key, AES.MODE_GCM, nonce=nonce)
    return first, second, third, fourth, fifth
