<?php

function old($text, $key) {
    // ruleid: php.security.rsa-without-oaep
    openssl_public_encrypt($text, $result, $key);
    // ruleid: php.security.rsa-without-oaep
    openssl_public_encrypt($text, $result, $key, OPENSSL_PKCS1_PADDING);
    return $result;
}

function good($text, $key) {
    // ok: php.security.rsa-without-oaep
    openssl_public_encrypt($text, $result, $key, OPENSSL_PKCS1_OAEP_PADDING);
    return $result;
}
