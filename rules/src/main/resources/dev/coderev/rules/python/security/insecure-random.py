import random
import secrets
import string
from random import SystemRandom, randint


def new_password(size):
    # ruleid: python.security.insecure-random
    return "".join(random.choice(string.ascii_letters) for _ in range(size))


def login(user):
    # ruleid: python.security.insecure-random
    token = "%032x" % random.getrandbits(128)
    # ruleid: python.security.insecure-random
    user.reset_token = randint(100000, 999999)
    # ok: python.security.insecure-random
    safe_token = secrets.token_urlsafe(32)
    # ok: python.security.insecure-random
    pin_code = SystemRandom().randint(1000, 9999)
    # ok: python.security.insecure-random
    delay = random.uniform(0.1, 0.5)
    # ok: python.security.insecure-random
    winner = random.choice(["red", "green"])
    value = str(random.random())
    # ruleid: python.security.insecure-random
    user.sessions["remember"] = value
    # ok: python.security.insecure-random
    user.names["remember"] = value
    return token, safe_token, pin_code, delay, winner
