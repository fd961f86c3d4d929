import os
import stat
from pathlib import Path


def share(path):
    # ruleid: python.security.permissive-file-mode
    os.chmod(path, 0o777)
    # ruleid: python.security.permissive-file-mode
    os.chmod(path, 0o666)
    # ruleid: python.security.permissive-file-mode
    os.makedirs(path, mode=0o777)
    # ruleid: python.security.permissive-file-mode
    os.chmod(path, stat.S_IRWXU | stat.S_IRWXO)
    # ok: python.security.permissive-file-mode
    os.chmod(path, 0o600)
    # ok: python.security.permissive-file-mode
    os.chmod(path, 0o755)
    # ok: python.security.permissive-file-mode
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
    # ok: python.security.permissive-file-mode
    Path(path).chmod(0o640)


def decimal(path):
    # ruleid: python.security.permissive-file-mode
    os.chmod(path, 511)
    # ok: python.security.permissive-file-mode
    os.chmod(path, 420)
