def load(path, table):
    # ruleid: python.correctness.except-order
    try:
        return open(path)
    except Exception:
        print("failed")
    except ValueError:
        print("bad value")
    # ruleid: python.correctness.except-order
    try:
        return table[path]
    except LookupError:
        print("failed")
    except KeyError:
        print("missing")
    # ok: python.correctness.except-order
    try:
        return open(path)
    except FileNotFoundError:
        print("missing")
    except OSError:
        print("failed")
    # ok: python.correctness.except-order
    try:
        return open(path)
    except Exception:
        print("failed")
    except KeyboardInterrupt:
        print("stopped")
