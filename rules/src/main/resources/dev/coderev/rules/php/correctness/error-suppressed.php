<?php
function load($name)
{
    // ruleid: php.correctness.error-suppressed
    $text = @file_get_contents($name);
    // ruleid: php.correctness.error-suppressed
    $file = @fopen($name, 'r');
    // ok: php.correctness.error-suppressed
    $more = file_get_contents($name);
    // ok: php.correctness.error-suppressed
    if ($more === false) {
        throw new RuntimeException('cannot read');
    }
    return $text . $more;
}
