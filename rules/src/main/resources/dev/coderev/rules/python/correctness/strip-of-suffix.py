def name(path, url):
    # ruleid: python.correctness.strip-of-suffix
    first = path.rstrip(".py")
    # ruleid: python.correctness.strip-of-suffix
    second = url.lstrip("https://")
    # ok: python.correctness.strip-of-suffix
    third = path.removesuffix(".py")
    # ok: python.correctness.strip-of-suffix
    fourth = path.rstrip("/")
    # ok: python.correctness.strip-of-suffix
    fifth = path.strip(" \t\n")
    return first, second, third, fourth, fifth
