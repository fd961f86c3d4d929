import datetime as clock
from datetime import datetime, timezone

import calendar_of_mars


def now():
    # ruleid: python.correctness.naive-utcnow
    first = datetime.utcnow()
    # ruleid: python.correctness.naive-utcnow
    second = clock.datetime.utcnow()
    # ruleid: python.correctness.naive-utcnow
    third = datetime.utcfromtimestamp(0)
    # ok: python.correctness.naive-utcnow
    fourth = datetime.now(timezone.utc)
    # ok: python.correctness.naive-utcnow
    fifth = calendar_of_mars.datetime.utcnow()
    return first, second, third, fourth, fifth
