# ruleid: python.correctness.mutable-default-argument
def add(item, items=[]):
    items.append(item)
    return items


# ruleid: python.correctness.mutable-default-argument
def count(word, seen: dict = {}):
    seen[word] = seen.get(word, 0) + 1


# ruleid: python.correctness.mutable-default-argument
def names(first, known=set()):
    return known


# ok: python.correctness.mutable-default-argument
def safe(item, items=None):
    items = items or []
    items.append(item)
    return items


# ok: python.correctness.mutable-default-argument
def reader(item, allowed=("a", "b")):
    return item in allowed


# ok: python.correctness.mutable-default-argument
def cached(item, _cache={}):
    _cache[item] = item
    return _cache[item]


# ok: python.correctness.mutable-default-argument
def only_reads(item, allowed=["a", "b"]):
    print(item in allowed)
