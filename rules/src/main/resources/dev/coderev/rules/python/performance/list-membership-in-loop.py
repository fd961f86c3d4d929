def new(rows, old):
    known = list(old)
    index = set(old)
    fresh = []
    for row in rows:
        # ruleid: python.performance.list-membership-in-loop
        if row in known:
            continue
        # ruleid: python.performance.list-membership-in-loop
        if row not in known:
            fresh.append(row)
        # ok: python.performance.list-membership-in-loop
        if row in index:
            continue
        # ok: python.performance.list-membership-in-loop
        if row in ("a", "b"):
            continue
    return fresh
