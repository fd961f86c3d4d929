def show(value, query, User):
    # ruleid: python.correctness.compare-with-none
    if value == None:
        return "nothing"
    # ruleid: python.correctness.compare-with-none
    missing = [v for v in value if v == None]
    # ok: python.correctness.compare-with-none
    if value is None:
        return "nothing"
    # ok: python.correctness.compare-with-none
    rows = query.filter(User.mail == None)
    # ok: python.correctness.compare-with-none
    rows = query.where(User.mail == None)
    # ok: python.correctness.compare-with-none
    return missing, rows, value == 0
