<?php
function has($text)
{
    // ruleid: php.correctness.strpos-as-boolean
    if (strpos($text, '@')) {
        return 1;
    }
    // ruleid: php.correctness.strpos-as-boolean
    if (strpos($text, '#') == false) {
        return 2;
    }
    // ruleid: php.correctness.strpos-as-boolean
    if (!strpos($text, '!')) {
        return 3;
    }
    // ok: php.correctness.strpos-as-boolean
    if (strpos($text, '@') !== false) {
        return 4;
    }
    // ok: php.correctness.strpos-as-boolean
    return str_contains($text, '@');
}
