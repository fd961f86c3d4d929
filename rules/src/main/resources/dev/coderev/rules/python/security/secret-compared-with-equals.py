import hmac


def valid(key, body, given):
    # ruleid: python.security.secret-compared-with-equals
    if hmac.new(key, body, "sha256").hexdigest() == given:
        return True
    expected = hmac.new(key, body, "sha256").hexdigest()
    # ruleid: python.security.secret-compared-with-equals
    if given != expected:
        return False
    # ok: python.security.secret-compared-with-equals
    if len(given) == 64:
        return False
    # ok: python.security.secret-compared-with-equals
    return hmac.compare_digest(expected, given)
