<?php
use GuzzleHttp\Client;

function setup($curl)
{
    // ruleid: php.security.tls-verification-disabled
    curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, false);
    // ruleid: php.security.tls-verification-disabled
    curl_setopt($curl, CURLOPT_SSL_VERIFYHOST, 0);
    // ruleid: php.security.tls-verification-disabled
    $client = new Client(['verify' => false]);
    // ok: php.security.tls-verification-disabled
    curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, true);
    // ok: php.security.tls-verification-disabled
    curl_setopt($curl, CURLOPT_SSL_VERIFYHOST, 2);
    // ok: php.security.tls-verification-disabled
    $safe = new Client(['timeout' => 5]);
}

// ruleid: php.security.tls-verification-disabled
curl_setopt_array($curl, [CURLOPT_URL => $address, CURLOPT_SSL_VERIFYPEER => false]);

// ok: php.security.tls-verification-disabled
curl_setopt_array($curl, [CURLOPT_URL => $address, CURLOPT_SSL_VERIFYPEER => true]);

// ruleid: php.security.tls-verification-disabled
curl_setopt($curl, CURLOPT_SSL_VERIFYHOST, 1);

// ok: php.security.tls-verification-disabled
curl_setopt($curl, CURLOPT_SSL_VERIFYHOST, 2);
