import paramiko
from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import rsa

SMALL = 512


def keys():
    # ruleid: python.security.short-crypto-key
    a = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    # ruleid: python.security.short-crypto-key
    b = RSA.generate(SMALL)
    # ruleid: python.security.short-crypto-key
    c = paramiko.RSAKey.generate(1024)
    # ok: python.security.short-crypto-key
    d = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    # ok: python.security.short-crypto-key
    e = RSA.generate(2048)
    # ok: python.security.short-crypto-key
    f = paramiko.RSAKey.generate(bits=4096)
    return a, b, c, d, e, f


def curves():
    from cryptography.hazmat.primitives.asymmetric import ec

    # ruleid: python.security.short-crypto-key
    first = ec.generate_private_key(ec.SECP192R1())
    # ok: python.security.short-crypto-key
    second = ec.generate_private_key(curve=ec.SECP384R1())
    return first, second
