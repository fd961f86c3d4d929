<?php
function claims($token, $key)
{
    // ruleid: php.security.jwt-not-verified
    $a = JWT::decode($token, $key, ['HS256', 'none']);
    // ruleid: php.security.jwt-not-verified
    $b = JWT::decode($token, new Key($key, 'none'));
    // ruleid: php.security.jwt-not-verified
    $c = base64_decode(explode('.', $token)[1]);
    // ok: php.security.jwt-not-verified
    $d = JWT::decode($token, new Key($key, 'HS256'));
    // ok: php.security.jwt-not-verified
    $e = JWT::encode(['sub' => 1], $key, 'HS256');
    // ok: php.security.jwt-not-verified
    $f = base64_decode($token);
}
