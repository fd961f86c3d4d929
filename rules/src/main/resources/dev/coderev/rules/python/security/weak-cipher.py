from Crypto.Cipher import AES, DES, ARC4
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def encrypt(key, nonce, data):
    # ruleid: python.security.weak-cipher
    a = DES.new(key, DES.MODE_CBC, nonce)
    # ruleid: python.security.weak-cipher
    b = ARC4.new(key)
    # ruleid: python.security.weak-cipher
    c = AES.new(key, AES.MODE_ECB)
    # ruleid: python.security.weak-cipher
    d = Cipher(algorithms.TripleDES(key), modes.CBC(nonce))
    # ruleid: python.security.weak-cipher
    e = Cipher(algorithms.AES(key), modes.ECB())
    # ok: python.security.weak-cipher
    f = AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ok: python.security.weak-cipher
    g = Cipher(algorithms.AES(key), modes.GCM(nonce))
    # ok: python.security.weak-cipher
    h = AESGCM(key).encrypt(nonce, data, None)
    return a, b, c, d, e, f, g, h
