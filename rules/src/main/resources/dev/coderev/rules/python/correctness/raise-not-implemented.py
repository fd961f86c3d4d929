class Shape:
    def area(self):
        # ruleid: python.correctness.raise-not-implemented
        raise NotImplemented

    def name(self):
        # ruleid: python.correctness.raise-not-implemented
        raise NotImplemented("name")

    def size(self):
        # ok: python.correctness.raise-not-implemented
        raise NotImplementedError

    def __eq__(self, other):
        # ok: python.correctness.raise-not-implemented
        return NotImplemented
