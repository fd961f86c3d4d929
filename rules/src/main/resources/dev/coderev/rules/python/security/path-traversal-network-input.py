import os


def serve(peer):
    name = peer.recv(200).decode()
    # ruleid: python.security.path-traversal-network-input
    with open("shared/" + name, "rb") as handle:
        peer.sendall(handle.read())
    # ok: python.security.path-traversal-network-input
    with open(os.path.join("shared", os.path.basename(name)), "rb") as handle:
        peer.sendall(handle.read())
    # ok: python.security.path-traversal-network-input
    with open("shared/index.txt", "rb") as handle:
        peer.sendall(handle.read())
