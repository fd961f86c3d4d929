import hashlib

import bcrypt


def store(user, password, document):
    # ruleid: python.security.fast-password-hash
    user.first = hashlib.sha256(password.encode()).hexdigest()
    # ruleid: python.security.fast-password-hash
    user.second = hashlib.sha512((user.salt + password).encode()).hexdigest()
    # ruleid: python.security.fast-password-hash
    user.third = hashlib.md5(user.password.encode()).hexdigest()
    # ok: python.security.fast-password-hash
    user.fourth = bcrypt.hashpw(password.encode(), bcrypt.gensalt())
    # ok: python.security.fast-password-hash
    user.fifth = hashlib.pbkdf2_hmac("sha256", password.encode(), user.salt, 600000)
    # ok: python.security.fast-password-hash
    user.etag = hashlib.sha256(document.encode()).hexdigest()
