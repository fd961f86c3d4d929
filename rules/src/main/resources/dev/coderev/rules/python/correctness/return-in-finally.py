def read(handle):
    # ruleid: python.correctness.return-in-finally
    try:
        return handle.read()
    finally:
        return None


def write(handle, text):
    # ruleid: python.correctness.return-in-finally
    try:
        handle.write(text)
    except OSError:
        print("failed")
    finally:
        handle.close()
        return True


def safe(handle):
    # ok: python.correctness.return-in-finally
    try:
        return handle.read()
    finally:
        handle.close()


def behind(handle):
    # ok: python.correctness.return-in-finally
    try:
        text = handle.read()
    finally:
        handle.close()
    return text
