def page(rows):
    text = ""
    for row in rows:
        # ruleid: python.performance.string-building-in-loop
        text += "<tr>" + row + "</tr>"
    line = ""
    for row in rows:
        # ruleid: python.performance.string-building-in-loop
        line = line + row
    total = 0
    for row in rows:
        # ok: python.performance.string-building-in-loop
        total += len(row)
    parts = []
    for row in rows:
        # ok: python.performance.string-building-in-loop
        parts += [row]
    # ok: python.performance.string-building-in-loop
    text += "end"
    return text + line + "".join(parts), total
