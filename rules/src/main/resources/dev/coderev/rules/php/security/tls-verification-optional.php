<?php
function setup($curl, $options, $quick)
{
    if (!$options['verify_peer']) {
        // ruleid: php.security.tls-verification-optional
        curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, false);
    }
    if ($quick) {
        // ok: php.security.tls-verification-optional
        curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, false);
    }
}
