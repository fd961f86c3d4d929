from django.utils.safestring import mark_safe
from markupsafe import Markup, escape


def html(text, page):
    # ruleid: python.security.mark-safe-of-unknown
    one = mark_safe(text)
    # ruleid: python.security.mark-safe-of-unknown
    two = mark_safe(page.read())
    # ruleid: python.security.mark-safe-of-unknown
    three = Markup(text)
    # ok: python.security.mark-safe-of-unknown
    four = mark_safe("<b>always</b>")
    # ok: python.security.mark-safe-of-unknown
    five = Markup(escape(text))
    return one, two, three, four, five
