from string import Template as Text

from flask import Flask, render_template, render_template_string, request
from jinja2 import Environment, Template

app = Flask(__name__)


@app.route("/hello")
def hello():
    name = request.args.get("name", "")
    page = "<p>Hello " + name + "</p>"
    # ruleid: python.security.template-injection
    first = render_template_string(page)
    # ruleid: python.security.template-injection
    second = Template("Dear %s" % name).render()
    env = Environment(autoescape=True)
    # ruleid: python.security.template-injection
    third = env.from_string(name).render()
    # ok: python.security.template-injection
    fourth = render_template_string("<p>Hello {{ name }}</p>", name=name)
    # ok: python.security.template-injection
    fifth = env.from_string("Dear {{ who }}").render(who=name)
    # ok: python.security.template-injection
    sixth = render_template("hello.html", name=name)
    # ok: python.security.template-injection
    seventh = Text(name).safe_substitute()
    return first + second + third + fourth + fifth + sixth + seventh
