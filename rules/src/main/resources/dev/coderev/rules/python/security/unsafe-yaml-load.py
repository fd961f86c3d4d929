import yaml
from yaml import load as parse

import settings_reader


def read(path):
    with open(path) as handle:
        # ruleid: python.security.unsafe-yaml-load
        first = yaml.load(handle)
    with open(path) as handle:
        # ruleid: python.security.unsafe-yaml-load
        second = yaml.load(handle, Loader=yaml.FullLoader)
    # ruleid: python.security.unsafe-yaml-load
    third = parse(path, Loader=yaml.Loader)
    # ok: python.security.unsafe-yaml-load
    fourth = yaml.safe_load(path)
    # ok: python.security.unsafe-yaml-load
    fifth = yaml.load(path, Loader=yaml.SafeLoader)
    # ok: python.security.unsafe-yaml-load
    sixth = yaml.load(path, yaml.CSafeLoader)
    # ok: python.security.unsafe-yaml-load
    other = yaml.load(path, Loader=settings_reader.Loader)
    print(other)
    # ok: python.security.unsafe-yaml-load
    seventh = settings_reader.load(path)
    return first, second, third, fourth, fifth, sixth, seventh


DEFAULTS = "name: none"


def choose(text, level):
    limit = 5
    document = DEFAULTS if limit * 3 > 10 else text
    # ok: python.security.unsafe-yaml-load
    first = yaml.load(document, Loader=yaml.Loader)
    known = {"own": "a: 1", "theirs": text}
    # ok: python.security.unsafe-yaml-load
    second = yaml.load(known["own"], Loader=yaml.Loader)
    # ruleid: python.security.unsafe-yaml-load
    third = yaml.load(known["theirs"], Loader=yaml.Loader)
    # ruleid: python.security.unsafe-yaml-load
    fourth = yaml.load(f"level: {level}", Loader=yaml.Loader)
    return first, second, third, fourth
