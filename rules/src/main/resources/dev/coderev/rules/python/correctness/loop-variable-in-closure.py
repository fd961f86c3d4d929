def actions(names, table, button):
    steps = []
    for name in names:
        # ruleid: python.correctness.loop-variable-in-closure
        steps.append(lambda: print(name))
        # ruleid: python.correctness.loop-variable-in-closure
        table[name] = lambda event: name
        # ruleid: python.correctness.loop-variable-in-closure
        button.connect(lambda: table.get(name))
        # ok: python.correctness.loop-variable-in-closure
        steps.append(lambda name=name: print(name))
        # ok: python.correctness.loop-variable-in-closure
        steps.append(lambda: print("fixed"))
        # ok: python.correctness.loop-variable-in-closure
        steps.append(name)
    # ok: python.correctness.loop-variable-in-closure
    steps.append(lambda: print(names))
    return steps
