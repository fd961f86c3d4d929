import json
import pickle
import shelve

import torch


def read(path):
    with open(path, "rb") as file:
        # ruleid: python.security.pickle-in-use
        one = pickle.load(file)
    # ruleid: python.security.pickle-in-use
    with shelve.open(path) as two:
        print(two)
    # ruleid: python.security.pickle-in-use
    three = torch.load(path)
    # ok: python.security.pickle-in-use
    four = torch.load(path, weights_only=True)
    with open(path) as file:
        # ok: python.security.pickle-in-use
        five = json.load(file)
    # ok: python.security.pickle-in-use
    six = pickle.dumps(five)
    return one, three, four, six
