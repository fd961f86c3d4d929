import tempfile


def save(text):
    # ruleid: python.security.fixed-temp-path
    with open("/tmp/report.txt", "w") as handle:
        handle.write(text)
    # ruleid: python.security.fixed-temp-path
    with open("/var/tmp/state.bin", "wb") as handle:
        handle.write(text.encode())
    # ok: python.security.fixed-temp-path
    with open("/tmp/report.txt") as handle:
        handle.read()
    # ok: python.security.fixed-temp-path
    with open("/srv/tmp/report.txt", "w") as handle:
        handle.write(text)
    # ok: python.security.fixed-temp-path
    with tempfile.NamedTemporaryFile("w") as handle:
        handle.write(text)
