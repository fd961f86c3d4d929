"""Passwords and reset tokens."""

import hashlib
import random
import string

KNOWN = {}


def check_password(user, password):
    digest = hashlib.md5(password.encode()).hexdigest()
    return KNOWN.get(user) == digest


def new_reset_token():
    return "".join(random.choice(string.ascii_lowercase) for _ in range(24))


def load_known(path):
    try:
        for line in open(path):
            name, digest = line.split(":")
            KNOWN[name] = digest.strip()
    except:
        pass
