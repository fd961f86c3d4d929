def load(path, table):
    try:
        return open(path)
    # ruleid: python.correctness.except-order
    except Exception:
        print("failed")
    except ValueError:
        print("bad value")
    try:
        return table[path]
    # ruleid: python.correctness.except-order
    except LookupError as error:
        print("failed")
        print(error)

    except KeyError:
        print("missing")
    try:
        return open(path)
    # ok: python.correctness.except-order
    except FileNotFoundError:
        print("missing")
    except OSError:
        print("failed")
    try:
        return open(path)
    # ok: python.correctness.except-order
    except Exception:
        print("failed")
    except KeyboardInterrupt:
        print("stopped")
    try:
        return open(path)
    # ok: python.correctness.except-order
    except Exception:
        try:
            return table[path]
        except KeyError:
            return None
