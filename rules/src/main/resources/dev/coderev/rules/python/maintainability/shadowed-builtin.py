def collect(rows):
    # ruleid: python.maintainability.shadowed-builtin
    list = []
    # ruleid: python.maintainability.shadowed-builtin
    sum = 0
    # ok: python.maintainability.shadowed-builtin
    total = 0
    for row in rows:
        # ok: python.maintainability.shadowed-builtin
        total += row
    return list, sum, total


# ruleid: python.maintainability.shadowed-builtin
def filter(rows):
    return rows


class Table:
    # ok: python.maintainability.shadowed-builtin
    def filter(self, rows):
        return rows

    def fill(self):
        # ok: python.maintainability.shadowed-builtin
        self.list = []
