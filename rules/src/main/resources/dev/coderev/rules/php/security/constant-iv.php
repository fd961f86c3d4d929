<?php

function fixed($text, $key) {
    // ruleid: php.security.constant-iv
    return openssl_encrypt($text, 'aes-256-cbc', $key, OPENSSL_RAW_DATA, '1234567890123456');
}

function named($text, $key) {
    $iv = 'abcdefghijklmnop';
    // ruleid: php.security.constant-iv
    return openssl_encrypt($text, 'aes-256-cbc', $key, OPENSSL_RAW_DATA, $iv);
}

function fresh($text, $key) {
    $iv = random_bytes(16);
    // ok: php.security.constant-iv
    return $iv . openssl_encrypt($text, 'aes-256-cbc', $key, OPENSSL_RAW_DATA, $iv);
}
