<?php
function valid($body, $signature, $key, $stored, $given)
{
    // ruleid: php.security.loose-secret-comparison
    if (hash_hmac('sha256', $body, $key) == $signature) {
        return true;
    }
    // ruleid: php.security.loose-secret-comparison
    if ($stored == md5($given)) {
        return true;
    }
    // ruleid: php.security.loose-secret-comparison
    if ($signature !== hash_hmac('sha256', $body, $key)) {
        return false;
    }
    // ok: php.security.loose-secret-comparison
    if (hash_equals(hash_hmac('sha256', $body, $key), $signature)) {
        return true;
    }
    // ok: php.security.loose-secret-comparison
    return $stored == $given;
}
