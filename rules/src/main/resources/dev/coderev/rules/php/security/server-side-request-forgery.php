<?php
use GuzzleHttp\Client;

function fetch()
{
    $url = $_GET['url'];
    // ruleid: php.security.server-side-request-forgery
    $curl = curl_init($url);
    // ruleid: php.security.server-side-request-forgery
    curl_setopt($curl, CURLOPT_URL, 'http://' . $url);
    $client = new Client();
    // ruleid: php.security.server-side-request-forgery
    $client->get($url);
    // ok: php.security.server-side-request-forgery
    $client->get('https://api.example.com/items?q=' . urlencode($url));
    // ok: php.security.server-side-request-forgery
    curl_setopt($curl, CURLOPT_URL, 'https://api.example.com/status');
}
