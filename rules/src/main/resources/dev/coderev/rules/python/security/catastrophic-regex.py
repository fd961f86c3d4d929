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


# ruleid: python.security.catastrophic-regex
PARTS = re.compile(r"^(?:[\w.]|[a-z]+-?)*;")
# ok: python.security.catastrophic-regex
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
REGEX = r"(?:\d|[0-5])+:"
# ruleid: python.security.catastrophic-regex
TIME = re.compile(REGEX)


def search(word, text):
    # ok: python.security.catastrophic-regex
    return re.search("(" + word + ")+" + text, text)
