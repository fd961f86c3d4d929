import pdb


def work(value):
    # ruleid: python.maintainability.left-over-breakpoint
    pdb.set_trace()
    # ruleid: python.maintainability.left-over-breakpoint
    breakpoint()
    # ok: python.maintainability.left-over-breakpoint
    value.set_trace()
    # ok: python.maintainability.left-over-breakpoint
    print(value)
