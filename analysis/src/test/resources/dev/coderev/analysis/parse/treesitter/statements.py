@app.route("/x", methods=['GET'])
async def f(a, b: int = 3, *args, c=1, **kw) -> str:
    """doc"""
    x: int = 5
    x = y = 1
    a, b = b, a
    a.b[1:2] += f"hi {x!r:>{w}} {{}}\n"
    if a < b < c and not d is not None or e not in f:
        pass
    elif q:
        return
    else:
        yield x
    for i, j in xs:
        break
    else:
        pass
    with open("f") as f, g() as (h, k), z:
        raise E("x") from e
    try:
        import os.path as p, sys
        from . import x as y, z
        from a.b import *
    except (A, B) as e:
        del a, b
    except C:
        assert x, "m"
    finally:
        global q
    print "x", y
    (y := 5)
    r = [x for x in y if x if z for q in x]
    d = {k: v for k in v}
    s = {1, *a, **b}
    m = {'a': 1, **z}
    l = lambda x, *y: x if a else b
    match p:
        case [1, x] if x > 2:
            pass
        case {"a": b, **r} | Foo(x=1) as t:
            pass
        case _:
            pass
    await z(*a, **k, q=1)
    "a" "b" rb'\x41'
    exec "code"
    a = b'x' + ...
    while True: continue
    async with x: pass
    (yield)
class A(B, metaclass=M):
    x = 1
    @property
    def y(self): return 1
type X[T] = list[T]
def g(x, /, y, *, z): pass
