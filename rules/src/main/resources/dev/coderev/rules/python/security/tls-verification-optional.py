import ssl


def connect(request, verified, debug):
    context = ssl.create_default_context()
    if not request.validate_cert:
        # ruleid: python.security.tls-verification-optional
        context.verify_mode = ssl.CERT_NONE
    if verified:
        return context
    else:
        context.check_hostname = False
        # ruleid: python.security.tls-verification-optional
        context.verify_mode = ssl.CERT_NONE
    if debug:
        # ok: python.security.tls-verification-optional
        context.verify_mode = ssl.CERT_NONE
    return context


def context_no_verify():
    context = ssl.create_default_context()
    # ruleid: python.security.tls-verification-optional
    context.verify_mode = ssl.CERT_NONE
    return context
