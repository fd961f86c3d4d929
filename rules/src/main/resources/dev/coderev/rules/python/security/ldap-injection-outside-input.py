import sys

import ldap
from ldap.filter import escape_filter_chars


def look(connection):
    name = sys.argv[1]
    # ruleid: python.security.ldap-injection-outside-input
    connection.search_s("ou=people", ldap.SCOPE_SUBTREE, "(cn=" + name + ")")
    # ok: python.security.ldap-injection-outside-input
    connection.search_s("ou=people", ldap.SCOPE_SUBTREE, "(cn=" + escape_filter_chars(name) + ")")
