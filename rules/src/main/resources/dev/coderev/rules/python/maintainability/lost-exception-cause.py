def read(text):
    try:
        return int(text)
    except ValueError as error:
        # ruleid: python.maintainability.lost-exception-cause
        raise RuntimeError("bad number: " + str(error))


def load(text):
    try:
        return int(text)
    except ValueError as error:
        # ruleid: python.maintainability.lost-exception-cause
        raise RuntimeError(error)


def good(text):
    try:
        return int(text)
    except ValueError as error:
        # ok: python.maintainability.lost-exception-cause
        raise RuntimeError(f"bad number: {error}") from error


def check(text):
    if not text:
        # ok: python.maintainability.lost-exception-cause
        raise RuntimeError("empty")
    return text
