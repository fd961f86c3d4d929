def check(value):
    if value < 0:
        # ruleid: python.correctness.exception-not-raised
        ValueError("negative")
    if value > 9:
        print(value)
        # ruleid: python.correctness.exception-not-raised
        RuntimeError("too large")
    if value == 5:
        # ok: python.correctness.exception-not-raised
        raise ValueError("five")
    if value == 6:
        # ok: python.correctness.exception-not-raised
        error = ValueError("six")
        return error
    if value == 7:
        # ok: python.correctness.exception-not-raised
        print("seven")
    return None
