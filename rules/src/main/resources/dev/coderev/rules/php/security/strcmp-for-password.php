<?php
function login($stored)
{
    // ruleid: php.security.strcmp-for-password
    if (strcmp($_POST['password'], $stored) == 0) {
        return true;
    }
    // ruleid: php.security.strcmp-for-password
    if (!strcmp($stored, $_COOKIE['token'])) {
        return true;
    }
    // ok: php.security.strcmp-for-password
    if (strcmp($_POST['name'], $stored) === 0) {
        return true;
    }
    // ok: php.security.strcmp-for-password
    return password_verify($_POST['password'], $stored);
}
