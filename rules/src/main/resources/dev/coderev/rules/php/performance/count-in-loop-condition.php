<?php
function total($items)
{
    $sum = 0;
    // ruleid: php.performance.count-in-loop-condition
    for ($i = 0; $i < count($items); $i++) {
        $sum += $items[$i];
    }
    $n = count($items);
    // ok: php.performance.count-in-loop-condition
    for ($i = 0; $i < $n; $i++) {
        $sum += $items[$i];
    }
    // ok: php.performance.count-in-loop-condition
    foreach ($items as $item) {
        $sum += $item;
    }
    return $sum;
}
