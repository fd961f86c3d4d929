import os
import tarfile
import zipfile


def unpack(path, target):
    with tarfile.open(path) as archive:
        # ruleid: python.security.archive-extraction
        archive.extractall(target)
    # ruleid: python.security.archive-extraction
    tarfile.open(path).extractall(target)
    other = tarfile.open(path)
    # ruleid: python.security.archive-extraction
    other.extract("a.txt", target)
    with tarfile.open(path) as archive:
        # ok: python.security.archive-extraction
        archive.extractall(target, filter="data")
    with tarfile.open(path) as archive:
        # ok: python.security.archive-extraction
        archive.extractall(target, members=checked(archive, target))
    with zipfile.ZipFile(path) as archive:
        # ok: python.security.archive-extraction
        archive.extractall(target)


def unpack_with_what_there_is(path, target):
    with tarfile.open(path) as archive:
        if hasattr(tarfile, "data_filter"):
            archive.extractall(target, filter="data")
        else:
            # ok: python.security.archive-extraction
            archive.extractall(target)


def trusting(name):
    with tarfile.open(name) as archive:
        # ruleid: python.security.archive-extraction
        archive.extractall(filter="fully_trusted")
        # ruleid: python.security.archive-extraction
        archive.extractall(members=archive)


def checked(name):
    archive = tarfile.open(name)
    for member in archive:
        if os.path.isabs(member.name) or ".." in member.name:
            raise ValueError(member.name)
        # ok: python.security.archive-extraction
        archive.extract(member)
    for member in archive:
        if not os.path.isabs(member.name):
            # ok: python.security.archive-extraction
            archive.extract(member)
    for member in archive:
        if member.isdir():
            continue
        # ruleid: python.security.archive-extraction
        archive.extract(member)
