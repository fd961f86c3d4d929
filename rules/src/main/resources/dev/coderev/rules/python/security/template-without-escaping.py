import jinja2
from mako.template import Template


def templates(loader):
    # ruleid: python.security.template-without-escaping
    one = jinja2.Environment(loader=loader)
    # ruleid: python.security.template-without-escaping
    two = Template("Hello ${name}")
    # ok: python.security.template-without-escaping
    three = jinja2.Environment(loader=loader, autoescape=jinja2.select_autoescape())
    # ok: python.security.template-without-escaping
    four = Template("Hello ${name}", default_filters=["h"])
    return one, two, three, four
