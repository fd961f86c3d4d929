<?php
function check($state, $rows)
{
    // ruleid: php.correctness.assignment-in-condition
    if ($state = 1) {
        return 'one';
    }
    // ruleid: php.correctness.assignment-in-condition
    if ($state = 'done') {
        return 'done';
    }
    // ok: php.correctness.assignment-in-condition
    if ($state === 1) {
        return 'two';
    }
    // ok: php.correctness.assignment-in-condition
    while ($row = $rows->fetch()) {
        $state++;
    }
    return $state;
}
