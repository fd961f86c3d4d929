<?php
function handle()
{
    $admin = false;
    // ruleid: php.security.extract-request
    extract($_POST);
    // ruleid: php.security.extract-request
    parse_str($_SERVER['QUERY_STRING']);
    // ok: php.security.extract-request
    parse_str($_SERVER['QUERY_STRING'], $values);
    // ok: php.security.extract-request
    extract(['title' => 'x']);
    return $admin;
}
