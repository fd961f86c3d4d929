import hashlib
from hashlib import sha1

import checks
from Crypto.Hash import MD5, SHA256


def digest(data):
    # ruleid: python.security.weak-hash
    a = hashlib.md5(data).hexdigest()
    # ruleid: python.security.weak-hash
    b = sha1(data)
    name = "md5"
    # ruleid: python.security.weak-hash
    c = hashlib.new(name, data)
    # ruleid: python.security.weak-hash
    d = hashlib.new("SHA1")
    # ruleid: python.security.weak-hash
    e = MD5.new(data)
    # ok: python.security.weak-hash
    f = hashlib.sha256(data)
    # ok: python.security.weak-hash
    g = hashlib.new("sha512", data)
    # ok: python.security.weak-hash
    h = hashlib.md5(data, usedforsecurity=False)
    # ok: python.security.weak-hash
    i = SHA256.new(data)
    # ok: python.security.weak-hash
    j = checks.md5(data)
    return a, b, c, d, e, f, g, h, i, j


def others(word):
    # ruleid: python.security.weak-hash
    hashlib.new(name="md5", data=word)
    # ok: python.security.weak-hash
    hashlib.new(name="sha256", data=word)
    # ruleid: python.security.weak-hash
    crypt.crypt(word, salt=crypt.METHOD_MD5)
    # ok: python.security.weak-hash
    crypt.crypt(word, salt=crypt.METHOD_SHA512)
