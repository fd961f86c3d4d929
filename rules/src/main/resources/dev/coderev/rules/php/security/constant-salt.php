<?php

function stretched($password) {
    // ruleid: php.security.constant-salt
    return hash_pbkdf2('sha256', $password, 'D8VxSmTZt2E2YV45', 600000);
}

function crypted($password) {
    // ruleid: php.security.constant-salt
    return crypt($password, 'ab');
}

function chosen($password, $salt) {
    // ruleid: php.security.constant-salt
    return password_hash($password, PASSWORD_BCRYPT, ['salt' => $salt, 'cost' => 12]);
}

function fresh($password) {
    $salt = random_bytes(16);
    // ok: php.security.constant-salt
    return hash_pbkdf2('sha256', $password, $salt, 600000);
}

function best($password) {
    // ok: php.security.constant-salt
    return password_hash($password, PASSWORD_DEFAULT, ['cost' => 12]);
}

function verified($password, $hash) {
    // ok: php.security.constant-salt
    return crypt($password, $hash) === $hash;
}
