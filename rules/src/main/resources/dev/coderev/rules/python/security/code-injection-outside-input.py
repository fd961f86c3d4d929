import ast


def calculate():
    term = input("Term: ")
    # ok: python.security.code-injection-outside-input
    print(ast.literal_eval(term))
    # ruleid: python.security.code-injection-outside-input
    return eval(term)


def load(path):
    with open(path) as handle:
        # ruleid: python.security.code-injection-outside-input
        exec(handle.read())


def fixed():
    # ok: python.security.code-injection-outside-input
    return eval("1 + 1")
