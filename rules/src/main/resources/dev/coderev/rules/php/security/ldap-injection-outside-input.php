<?php
function look($link, $statement)
{
    $row = $statement->fetch();
    // ruleid: php.security.ldap-injection-outside-input
    ldap_search($link, 'ou=people', '(cn=' . $row['name'] . ')');
    // ok: php.security.ldap-injection-outside-input
    ldap_search($link, 'ou=people', '(cn=' . ldap_escape($row['name'], '', LDAP_ESCAPE_FILTER) . ')');
}
