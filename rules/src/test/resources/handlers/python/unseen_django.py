import subprocess
from django.contrib.auth.models import User
from django.db import connection, models
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, FileResponse
from django.shortcuts import redirect, render, get_object_or_404
from django.utils.html import escape, format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views import View
from django.views.decorators.csrf import csrf_exempt


def search(request):
    with connection.cursor() as cursor:
        # ruleid: python.security.sql-injection
        cursor.execute("SELECT * FROM auth_user WHERE username = '%s'" % request.GET["u"])
        return JsonResponse(cursor.fetchall(), safe=False)


def search_bound(request):
    with connection.cursor() as cursor:
        # ok: python.security.sql-injection
        cursor.execute("SELECT * FROM auth_user WHERE username = %s", [request.GET["u"]])
        return JsonResponse(cursor.fetchall(), safe=False)


def raw(request):
    # ruleid: python.security.sql-injection
    return render(request, "u.html", {"users": User.objects.raw("SELECT * FROM auth_user WHERE id = " + request.GET.get("id", "1"))})


def raw_bound(request):
    # ok: python.security.sql-injection
    return render(request, "u.html", {"users": User.objects.raw("SELECT * FROM auth_user WHERE id = %s", [request.GET.get("id", "1")])})


def extra(request):
    # ruleid: python.security.sql-injection
    return User.objects.extra(where=["username = '" + request.POST["u"] + "'"])


def orm(request):
    # ok: python.security.sql-injection
    return User.objects.filter(username=request.POST["u"])


def hello(request):
    # ruleid: python.security.reflected-xss
    return HttpResponse("Hello " + request.GET["n"])


def hello_escaped(request):
    # ok: python.security.reflected-xss
    return HttpResponse("Hello " + escape(request.GET["n"]))


def hello_formatted(request):
    # ok: python.security.reflected-xss
    return HttpResponse(format_html("Hello {}", request.GET["n"]))


def hello_plain(request):
    # ok: python.security.reflected-xss
    return HttpResponse(request.GET["n"], content_type="text/plain")


def away(request):
    # ruleid: python.security.open-redirect
    return redirect(request.GET["next"])


def away_checked(request):
    n = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(n, allowed_hosts={request.get_host()}):
        n = "/"
    # ok: python.security.open-redirect
    return HttpResponseRedirect(n)


class Report(View):
    def get(self, request, name):
        # ruleid: python.security.command-injection
        return HttpResponse(subprocess.check_output("report " + request.GET["kind"], shell=True))

    def post(self, request, *args, **kwargs):
        # ruleid: python.security.path-traversal
        return FileResponse(open("/srv/" + kwargs["name"], "rb"))


class Download(View):
    def dispatch(self, request, *args, **kwargs):
        self.name = request.GET["f"]
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        # todoruleid: python.security.path-traversal
        return HttpResponse(open("/srv/" + self.name).read(), content_type="text/plain")
