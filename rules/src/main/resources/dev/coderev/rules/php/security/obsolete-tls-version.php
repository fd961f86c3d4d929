<?php

// ruleid: php.security.obsolete-tls-version
curl_setopt($curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_SSLv3);

// ruleid: php.security.obsolete-tls-version
curl_setopt($curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_0);

// ok: php.security.obsolete-tls-version
curl_setopt($curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);

// ruleid: php.security.obsolete-tls-version
stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLSv1_1_CLIENT);

// ok: php.security.obsolete-tls-version
stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT);

$context = stream_context_create([
    // ruleid: php.security.obsolete-tls-version
    'ssl' => ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_0_CLIENT],
]);

$better = stream_context_create([
    // ok: php.security.obsolete-tls-version
    'ssl' => ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT],
]);
