import os

# ruleid: python.security.django-debug-setting
DEBUG = True
# ok: python.security.django-debug-setting
TEMPLATE_DEBUG = os.environ.get("DEBUG") == "1"
INSTALLED_APPS = ["django.contrib.auth", "shop"]
ROOT_URLCONF = "shop.urls"


def local():
    # ok: python.security.django-debug-setting
    DEBUG = True
    return DEBUG


if os.environ.get("LOCAL"):
    # ruleid: python.security.django-debug-setting
    DEBUG = True
