import ast


def evaluate(text, name):
    # ruleid: python.security.eval-in-use
    eval(text)
    # ruleid: python.security.eval-in-use
    exec("import " + name)
    # ok: python.security.eval-in-use
    eval("1 + 1")
    # ok: python.security.eval-in-use
    return ast.literal_eval(text)
