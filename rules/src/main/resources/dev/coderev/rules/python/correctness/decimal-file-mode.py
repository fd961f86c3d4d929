import os
import stat


def share(path, mode):
    # ruleid: python.correctness.decimal-file-mode
    os.chmod(path, 644)
    # ruleid: python.correctness.decimal-file-mode
    os.makedirs(path, 755)
    # ok: python.correctness.decimal-file-mode
    os.chmod(path, 0o644)
    # ok: python.correctness.decimal-file-mode
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
    # ok: python.correctness.decimal-file-mode
    os.chmod(path, mode)
    # ok: python.correctness.decimal-file-mode
    os.truncate(path, 644)
