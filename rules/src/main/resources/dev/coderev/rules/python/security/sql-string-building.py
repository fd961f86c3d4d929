import sqlite3

TABLE = "person"


def find(cur, name):
    # ruleid: python.security.sql-string-building
    cur.execute("SELECT id FROM person WHERE name = '%s'" % name)
    # ruleid: python.security.sql-string-building
    cur.execute(f"SELECT id FROM person WHERE name = '{name}'")
    # ruleid: python.security.sql-string-building
    cur.execute("DELETE FROM person WHERE name = '{}'".format(name))
    # ok: python.security.sql-string-building
    cur.execute("SELECT id FROM person WHERE name = ?", (name,))
    # ok: python.security.sql-string-building
    cur.execute("SELECT id FROM " + TABLE)
    # ok: python.security.sql-string-building
    cur.execute(f"SELECT id FROM {TABLE} WHERE name = ?", (name,))
    statement = f"SELECT id FROM person WHERE mail = '{name}'"
    # ruleid: python.security.sql-string-building
    cur.execute(statement)
    constant = "SELECT id FROM person"
    # ok: python.security.sql-string-building
    cur.execute(constant)
    return cur.fetchall()


def run(pool, job):
    # ok: python.security.sql-string-building
    pool.execute("job " + job)
    # ok: python.security.sql-string-building
    pool.execute(job)
