from django.views.decorators.csrf import csrf_exempt, csrf_protect
from flask import Flask

app = Flask(__name__)
# ruleid: python.security.csrf-protection-off
app.config["WTF_CSRF_ENABLED"] = False
# ok: python.security.csrf-protection-off
app.config["WTF_CSRF_TIME_LIMIT"] = 600


# ruleid: python.security.csrf-protection-off
@csrf_exempt
def pay(request):
    return None


# ok: python.security.csrf-protection-off
@csrf_protect
def order(request):
    return None


def show(request):
    return None


# ruleid: python.security.csrf-protection-off
open_view = csrf_exempt(show)
# ok: python.security.csrf-protection-off
closed_view = csrf_protect(show)
