<?php
function encrypt($data, $key, $iv)
{
    // ruleid: php.security.weak-cipher
    $a = openssl_encrypt($data, 'des-cbc', $key, 0, $iv);
    // ruleid: php.security.weak-cipher
    $b = openssl_encrypt($data, 'AES-128-ECB', $key);
    // ruleid: php.security.weak-cipher
    $c = mcrypt_encrypt(MCRYPT_DES, $key, $data, 'cbc');
    // ok: php.security.weak-cipher
    $d = openssl_encrypt($data, 'aes-256-gcm', $key, 0, $iv, $tag);
    // ok: php.security.weak-cipher
    $e = openssl_encrypt($data, 'aes-256-cbc', $key, 0, $iv);
}

// ruleid: php.security.weak-cipher
$third = mcrypt_encrypt(MCRYPT_TRIPLEDES, $key, $text, MCRYPT_MODE_CBC);

// ok: php.security.weak-cipher
$fourth = openssl_encrypt($text, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $nonce, $tag);
