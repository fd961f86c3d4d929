import ftplib
import smtplib
from ftplib import FTP, FTP_TLS


def copy(host, user, secret):
    # ruleid: python.security.cleartext-protocol
    first = FTP(host)
    # ruleid: python.security.cleartext-protocol
    second = ftplib.FTP(host, user, secret)
    # ok: python.security.cleartext-protocol
    third = FTP_TLS(host)
    mail = smtplib.SMTP(host)
    # ruleid: python.security.cleartext-protocol
    mail.login(user, secret)
    safe = smtplib.SMTP(host)
    safe.starttls()
    # ok: python.security.cleartext-protocol
    safe.login(user, secret)
    # ok: python.security.cleartext-protocol
    direct = smtplib.SMTP_SSL(host)
    return first, second, third, direct
