import math


def full(part, other):
    # ruleid: python.correctness.float-equality
    if part + other == 0.3:
        return True
    # ruleid: python.correctness.float-equality
    if part / other != 1.5:
        return False
    # ok: python.correctness.float-equality
    if math.isclose(part + other, 0.3):
        return True
    # ok: python.correctness.float-equality
    if part == 0.5:
        return True
    # ok: python.correctness.float-equality
    return part + other == 3
