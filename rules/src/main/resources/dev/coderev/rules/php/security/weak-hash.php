<?php
function sign($data, $key)
{
    // ruleid: php.security.weak-hash
    $sum = md5($data);
    // ruleid: php.security.weak-hash
    $other = hash('sha1', $data);
    // ruleid: php.security.weak-hash
    $mac = hash_hmac('md5', $data, $key);
    // ok: php.security.weak-hash
    $good = hash('sha256', $data);
    // ok: php.security.weak-hash
    $strong = hash_hmac('sha512', $data, $key);
    // ok: php.security.weak-hash
    $length = strlen($data);
    return [$sum, $other, $mac, $good, $strong, $length];
}

function signed($text)
{
    // ruleid: php.security.weak-hash
    $old = crypt($text, 'ab');
    // ok: php.security.weak-hash
    return [$old, crypt($text, '$6$rounds=5000$longersalt$')];
}
