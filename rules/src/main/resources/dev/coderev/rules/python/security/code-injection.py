import ast
import re

from flask import Flask, request

app = Flask(__name__)
OPERATIONS = {"double": lambda n: 2 * n}


@app.post("/calc")
def calc():
    formula = request.form["formula"]
    # ruleid: python.security.code-injection
    value = eval(formula)
    # ruleid: python.security.code-injection
    exec("result = " + formula)
    # ruleid: python.security.code-injection
    value += eval(f"({formula})", {"__builtins__": {}})
    # ok: python.security.code-injection
    value += ast.literal_eval(formula)
    # ok: python.security.code-injection
    value += eval("1 + 1")
    # ok: python.security.code-injection
    pattern = re.compile("[0-9]+")
    # ok: python.security.code-injection
    value += OPERATIONS[formula](value)
    # ok: python.security.code-injection
    value += eval(str(int(formula)) + " + 1")
    return str(value)


@app.post("/text")
def text():
    literal = request.form["literal"]
    if not literal.startswith("'") or not literal.endswith("'") or "'" in literal[1:-1]:
        return "only a quoted text"
    # ok: python.security.code-injection
    return eval(literal)
