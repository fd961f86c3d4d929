<?php
function shout($text)
{
    // ruleid: php.security.regex-eval-modifier
    $a = preg_replace('/(\w+)/e', 'strtoupper("\\1")', $text);
    // ruleid: php.security.regex-eval-modifier
    $b = preg_replace("#<b>(.*)</b>#ie", '"$1"', $text);
    // ok: php.security.regex-eval-modifier
    $c = preg_replace('/e/', 'x', $text);
    // ok: php.security.regex-eval-modifier
    $d = preg_replace_callback('/(\w+)/', fn ($m) => strtoupper($m[1]), $text);
    return $a . $b . $c . $d;
}
