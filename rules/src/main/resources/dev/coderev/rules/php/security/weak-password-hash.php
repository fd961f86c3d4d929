<?php
function store($password, $salt)
{
    // ruleid: php.security.weak-password-hash
    $a = md5($password);
    // ruleid: php.security.weak-password-hash
    $b = sha1($salt . $_POST['password']);
    // ruleid: php.security.weak-password-hash
    $c = hash('sha256', $salt . $password);
    // ok: php.security.weak-password-hash
    $d = password_hash($password, PASSWORD_DEFAULT);
    // ok: php.security.weak-password-hash
    $e = md5($salt);
    // ok: php.security.weak-password-hash
    $f = hash('sha256', file_get_contents('/srv/a'));
    // ruleid: php.security.weak-password-hash
    $g = crypt($password, 'ab');
    // ok: php.security.weak-password-hash
    $h = crypt($password, $stored_hash) === $stored_hash;
}
