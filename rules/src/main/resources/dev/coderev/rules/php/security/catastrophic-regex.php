<?php
function words($text)
{
    // ruleid: php.security.catastrophic-regex
    $a = preg_match('/^(\w+)+$/', $text);
    // ruleid: php.security.catastrophic-regex
    $b = preg_replace('/([a-z]*)*x/', '', $text);
    // ok: php.security.catastrophic-regex
    $c = preg_match('/^\w+$/', $text);
    // ok: php.security.catastrophic-regex
    $d = preg_match('/^(\w+,)+$/', $text);
    // ruleid: php.security.catastrophic-regex
    $e = preg_match('#(?:\d|[0-9a-f])+:#i', $text);
    return [$a, $b, $c, $d, $e];
}
