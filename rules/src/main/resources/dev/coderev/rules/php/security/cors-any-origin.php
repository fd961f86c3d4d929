<?php

// ruleid: php.security.cors-any-origin
header('Access-Control-Allow-Origin: *');

// ruleid: php.security.cors-any-origin
header("access-control-allow-origin:*");

// ok: php.security.cors-any-origin
header('Access-Control-Allow-Origin: https://shop.example.org');

function answer($response) {
    // ruleid: php.security.cors-any-origin
    $response->headers->set('Access-Control-Allow-Origin', '*');
    // ruleid: php.security.cors-any-origin
    return $response->withHeader('Access-Control-Allow-Origin', '*');
}

function narrow($response) {
    // ok: php.security.cors-any-origin
    return $response->withHeader('Access-Control-Allow-Origin', 'https://shop.example.org');
}
