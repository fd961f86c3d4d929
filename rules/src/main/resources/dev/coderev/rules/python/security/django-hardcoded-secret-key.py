import os

# ruleid: python.security.django-hardcoded-secret-key
SECRET_KEY = "m2&x!f9q-7h3vd^k0"


class Development:
    # ruleid: python.security.django-hardcoded-secret-key
    SECRET_KEY = "b8sd7f6g5h4j3k2l1"


class Production:
    # ok: python.security.django-hardcoded-secret-key
    SECRET_KEY = os.environ["SECRET_KEY"]


class Names:
    # ok: python.security.django-hardcoded-secret-key
    SECRET_KEY = "aws_secret_access_key"


class Test:
    # ok: python.security.django-hardcoded-secret-key
    SECRET_KEY = "change-me"
