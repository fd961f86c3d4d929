import tempfile
from tempfile import mktemp

import naming


def scratch():
    # ruleid: python.security.predictable-temp-file
    first = tempfile.mktemp()
    # ruleid: python.security.predictable-temp-file
    second = mktemp(suffix=".txt")
    # ok: python.security.predictable-temp-file
    handle, third = tempfile.mkstemp()
    # ok: python.security.predictable-temp-file
    fourth = tempfile.NamedTemporaryFile()
    # ok: python.security.predictable-temp-file
    fifth = naming.mktemp()
    return first, second, handle, third, fourth, fifth
