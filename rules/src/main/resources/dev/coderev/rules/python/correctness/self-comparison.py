def same(a, b):
    # ruleid: python.correctness.self-comparison
    if a.width == a.width:
        return True
    # ruleid: python.correctness.self-comparison
    if b < b:
        return False
    # ok: python.correctness.self-comparison
    if a.width == b.width:
        return True
    # ok: python.correctness.self-comparison
    if a.next() == a.next():
        return True
    # ok: python.correctness.self-comparison
    if a.width != a.width:
        return False
    # ok: python.correctness.self-comparison
    assert a == a
    return False
