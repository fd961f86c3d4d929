import json
from pathlib import Path


def load(path):
    # ruleid: python.correctness.open-without-with
    text = open(path).read()
    # ruleid: python.correctness.open-without-with
    data = json.load(open(path))
    # ruleid: python.correctness.open-without-with
    open(path, "w").write(text)
    # ok: python.correctness.open-without-with
    with open(path) as handle:
        text += handle.read()
    # ok: python.correctness.open-without-with
    text += Path(path).read_text()
    # ok: python.correctness.open-without-with
    text += path.open().read()
    return text, data
