<?php
function search($texts)
{
    $wanted = $_GET['wanted'];
    // ruleid: php.security.regex-injection
    $found = preg_grep("/$wanted/", $texts);
    // ruleid: php.security.regex-injection
    $many = preg_match_all('/' . $wanted . '/', $texts[0]);
    // ok: php.security.regex-injection
    $exact = preg_grep('/' . preg_quote($wanted, '/') . '/', $texts);
    // ok: php.security.regex-injection
    $word = preg_match('/^[a-z]+$/', $wanted);
    return [$found, $many, $exact, $word];
}
