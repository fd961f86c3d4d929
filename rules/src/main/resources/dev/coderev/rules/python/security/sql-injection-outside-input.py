import socket
import sqlite3


def find(database: sqlite3.Connection):
    name = input("Name: ")
    # ruleid: python.security.sql-injection-outside-input
    database.execute("select * from people where name = '%s'" % name)
    # ok: python.security.sql-injection-outside-input
    database.execute("select * from people where name = ?", (name,))


def serve(database: sqlite3.Connection, peer: socket.socket):
    name = peer.recv(100).decode()
    # ruleid: python.security.sql-injection-outside-input
    database.execute(f"delete from people where name = '{name}'")
    # ok: python.security.sql-injection-outside-input
    database.execute(f"delete from people where id = {int(name)}")
