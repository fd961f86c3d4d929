def show(value, other):
    # ruleid: python.maintainability.type-compared-exactly
    if type(value) == str:
        return value
    # ruleid: python.maintainability.type-compared-exactly
    if type(value) == dict:
        return "dict"
    # ok: python.maintainability.type-compared-exactly
    if type(value) is int:
        return "exactly int"
    # ok: python.maintainability.type-compared-exactly
    if type(value) is type(other):
        return "same"
    # ok: python.maintainability.type-compared-exactly
    if isinstance(value, list):
        return "list"
    # ok: python.maintainability.type-compared-exactly
    return type(value).__name__
