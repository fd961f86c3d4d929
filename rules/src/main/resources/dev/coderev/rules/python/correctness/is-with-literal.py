MISSING = "missing"


def kind(value, other):
    # ok: python.correctness.is-with-literal
    if value is MISSING:
        return 0
    # ruleid: python.correctness.is-with-literal
    if value is "abc":
        return 1
    # ruleid: python.correctness.is-with-literal
    if value is 10:
        return 2
    # ruleid: python.correctness.is-with-literal
    if value is not "x":
        return 3
    # ok: python.correctness.is-with-literal
    if value is None:
        return 4
    # ok: python.correctness.is-with-literal
    if value is other:
        return 5
    # ok: python.correctness.is-with-literal
    if value == "abc":
        return 6
    # ok: python.correctness.is-with-literal
    return value is True
