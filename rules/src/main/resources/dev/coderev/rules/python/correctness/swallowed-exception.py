import logging


def load(path):
    # ruleid: python.correctness.swallowed-exception
    try:
        return open(path).read()
    except Exception:
        pass
    # ruleid: python.correctness.swallowed-exception
    try:
        return open(path + ".bak").read()
    except:
        pass
    # ok: python.correctness.swallowed-exception
    try:
        return open(path + ".old").read()
    except FileNotFoundError:
        pass
    # ok: python.correctness.swallowed-exception
    try:
        return open(path + ".new").read()
    except Exception:
        logging.exception("no backup")
    return None
