<?php

function anonymous($link) {
    // ruleid: php.security.anonymous-ldap-bind
    return ldap_bind($link);
}

function nameless($link, $name) {
    // ruleid: php.security.anonymous-ldap-bind
    return ldap_bind($link, $name, '');
}

function known($link, $name, $password) {
    // ok: php.security.anonymous-ldap-bind
    return ldap_bind($link, $name, $password);
}
