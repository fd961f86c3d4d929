import jinja2
from jinja2 import Environment, select_autoescape

import chart

# ruleid: python.security.autoescape-off
page = jinja2.Environment(autoescape=False)
# ruleid: python.security.autoescape-off
mail = Environment(loader=None, autoescape=False)
# ok: python.security.autoescape-off
good = Environment(autoescape=True)
# ok: python.security.autoescape-off
also = Environment(autoescape=select_autoescape())
# ok: python.security.autoescape-off
room = chart.Environment(autoescape=False)
