import re

# ruleid: python.security.catastrophic-regex
NAME = re.compile(r"^(\w+)+$")
# ruleid: python.security.catastrophic-regex
WORDS = re.compile("^([a-z]+)*$")
# ok: python.security.catastrophic-regex
PLAIN = re.compile(r"^\w+$")
# ok: python.security.catastrophic-regex
LIST = re.compile(r"^(\w+,)+$")


def check(text):
    # ruleid: python.security.catastrophic-regex
    if re.match(r"(?:.*)+x", text):
        return True
    # ok: python.security.catastrophic-regex
    return re.match(r"(abc)+", text)
