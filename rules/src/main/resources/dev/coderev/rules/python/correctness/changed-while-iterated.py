def clean(names, ages, seen):
    for name in names:
        if not name:
            # ruleid: python.correctness.changed-while-iterated
            names.remove(name)
    for key, age in ages.items():
        if age < 0:
            # ruleid: python.correctness.changed-while-iterated
            del ages[key]
    for item in seen:
        # ruleid: python.correctness.changed-while-iterated
        seen.add(item + 1)
    for name in list(names):
        # ok: python.correctness.changed-while-iterated
        names.remove(name)
    for name in names:
        if not name:
            # ok: python.correctness.changed-while-iterated
            names.remove(name)
            break
    for key in list(ages):
        # ok: python.correctness.changed-while-iterated
        ages.pop(key)
    for key in ages:
        # ok: python.correctness.changed-while-iterated
        ages[key] = 0
