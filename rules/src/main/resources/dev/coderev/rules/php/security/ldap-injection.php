<?php
function find($link)
{
    $uid = $_GET['uid'];
    // ruleid: php.security.ldap-injection
    ldap_search($link, 'dc=example', "(uid=$uid)");
    // ruleid: php.security.ldap-injection
    ldap_list($link, 'dc=example', '(cn=' . $_POST['cn'] . ')');
    // ok: php.security.ldap-injection
    ldap_search($link, 'dc=example', '(uid=' . ldap_escape($uid, '', LDAP_ESCAPE_FILTER) . ')');
    // ok: php.security.ldap-injection
    ldap_search($link, 'dc=example', '(objectClass=group)');
}
