def run(job):
    # ruleid: python.correctness.bare-except
    try:
        job()
    except:
        print("failed")
    # ruleid: python.correctness.bare-except
    try:
        job()
    except:
        return None
    # ok: python.correctness.bare-except
    try:
        job()
    except Exception:
        print("failed")
    # ok: python.correctness.bare-except
    try:
        job()
    except:
        print("failed")
        raise
