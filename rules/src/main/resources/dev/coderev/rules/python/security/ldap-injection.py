import ldap
from flask import Flask, request
from ldap.filter import escape_filter_chars
from ldap3 import Connection, Server

import inventory

app = Flask(__name__)


@app.route("/person")
def person():
    uid = request.args["uid"]
    directory = ldap.initialize("ldaps://ldap.example.org")
    query = "(uid=" + uid + ")"
    # ruleid: python.security.ldap-injection
    found = directory.search_s("ou=people,dc=example", ldap.SCOPE_SUBTREE, query)
    # ruleid: python.security.ldap-injection
    directory.simple_bind_s("uid=%s,ou=people" % uid, "secret")
    connection = Connection(Server("ldap.example.org"))
    # ruleid: python.security.ldap-injection
    connection.search("ou=people", f"(uid={uid})")
    safe = "(uid=" + escape_filter_chars(uid) + ")"
    # ok: python.security.ldap-injection
    directory.search_s("ou=people,dc=example", ldap.SCOPE_SUBTREE, safe)
    # ok: python.security.ldap-injection
    directory.search_s("ou=people,dc=example", ldap.SCOPE_SUBTREE, "(objectClass=person)")
    # ok: python.security.ldap-injection
    inventory.search_all("ou=people", uid)
    return str(found)
