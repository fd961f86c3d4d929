def check(total, limit):
    # ruleid: python.correctness.assert-on-tuple
    assert (total <= limit, "over the limit")
    # ruleid: python.correctness.assert-on-tuple
    assert (total, limit)
    # ok: python.correctness.assert-on-tuple
    assert total <= limit, "over the limit"
    # ok: python.correctness.assert-on-tuple
    assert (total <= limit)
    # ok: python.correctness.assert-on-tuple
    assert total in (1, 2)
