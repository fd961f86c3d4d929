from django.utils.html import format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup


def badge(user):
    # ruleid: python.security.mark-safe-of-variable
    first = mark_safe(f"<b>{user.name}</b>")
    # ruleid: python.security.mark-safe-of-variable
    second = mark_safe("<b>%s</b>" % user.name)
    # ruleid: python.security.mark-safe-of-variable
    third = Markup("<b>{}</b>".format(user.name))
    # ok: python.security.mark-safe-of-variable
    fourth = format_html("<b>{}</b>", user.name)
    # ok: python.security.mark-safe-of-variable
    fifth = mark_safe("<b>new</b>")
    # ok: python.security.mark-safe-of-variable
    sixth = Markup("<b>{}</b>").format(user.name)
    return first, second, third, fourth, fifth, sixth
