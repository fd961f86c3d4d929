import ssl


def contexts():
    # ruleid: python.security.old-tls-version
    first = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    # ruleid: python.security.old-tls-version
    second = ssl.SSLContext(ssl.PROTOCOL_SSLv3)
    third = ssl.create_default_context()
    # ruleid: python.security.old-tls-version
    third.minimum_version = ssl.TLSVersion.TLSv1_1
    # ok: python.security.old-tls-version
    third.minimum_version = ssl.TLSVersion.TLSv1_2
    # ok: python.security.old-tls-version
    fourth = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return first, second, third, fourth


def wrapped(sock):
    # ruleid: python.security.old-tls-version
    first = ssl.wrap_socket(sock)
    # ok: python.security.old-tls-version
    return first, ssl.wrap_socket(sock, ssl_version=ssl.PROTOCOL_TLSv1_2)
