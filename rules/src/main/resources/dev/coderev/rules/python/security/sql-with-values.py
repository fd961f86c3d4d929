from django.db.models.expressions import RawSQL


def find(cursor, people, name, table):
    # ruleid: python.security.sql-with-values
    cursor.execute("SELECT * FROM people WHERE name = '%s'" % name)
    # ruleid: python.security.sql-with-values
    cursor.execute(f"DELETE FROM {table}")
    # ruleid: python.security.sql-with-values
    query = "UPDATE people SET name = '" + name + "'"
    # ruleid: python.security.sql-with-values
    people.annotate(shown=RawSQL("upper('{}')".format(name), []))
    # ruleid: python.security.sql-with-values
    people.extra(where=["name = '%s'" % name])
    # ok: python.security.sql-with-values
    cursor.execute("SELECT * FROM people WHERE name = %s", (name,))
    # ok: python.security.sql-with-values
    people.annotate(shown=RawSQL("upper(name)", []))
    # ok: python.security.sql-with-values
    people.extra(where=["name = 'x'"])
    # ok: python.security.sql-with-values
    title = "Select from the list: %s" % name
    return query, title
