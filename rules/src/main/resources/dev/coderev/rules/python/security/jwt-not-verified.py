import jwt
from jwt import decode

import codec


def claims(token, key):
    # ruleid: python.security.jwt-not-verified
    first = jwt.decode(token, options={"verify_signature": False})
    # ruleid: python.security.jwt-not-verified
    second = decode(token, key, verify=False)
    # ruleid: python.security.jwt-not-verified
    third = jwt.decode(token, key, algorithms=["HS256", "none"])
    # ok: python.security.jwt-not-verified
    fourth = jwt.decode(token, key, algorithms=["HS256"])
    # ok: python.security.jwt-not-verified
    fifth = jwt.decode(token, key, algorithms=["RS256"], options={"verify_exp": True})
    # ok: python.security.jwt-not-verified
    sixth = codec.decode(token, verify=False)
    return first, second, third, fourth, fifth, sixth
