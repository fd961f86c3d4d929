<?php
function newToken()
{
    // ruleid: php.security.insecure-random-secret
    return md5(uniqid());
}

function start()
{
    // ruleid: php.security.insecure-random-secret
    $resetCode = mt_rand(100000, 999999);
    // ruleid: php.security.insecure-random-secret
    $password = substr(str_shuffle('abcdefghijkmnpqrstuvwxyz'), 0, 8);
    // ok: php.security.insecure-random-secret
    $dice = mt_rand(1, 6);
    // ok: php.security.insecure-random-secret
    $token = bin2hex(random_bytes(32));
    // ok: php.security.insecure-random-secret
    $file = uniqid('upload', true);
    // ok: php.security.insecure-random-secret
    $_SESSION['reset_code_sum'] = rand(1, 10);
}
