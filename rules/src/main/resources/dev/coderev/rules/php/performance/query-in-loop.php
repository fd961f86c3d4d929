<?php
function names($db, $ids)
{
    foreach ($ids as $id) {
        // ruleid: php.performance.query-in-loop
        $db->query("SELECT name FROM users WHERE id = " . (int) $id);
    }
    // ok: php.performance.query-in-loop
    $rows = $db->query('SELECT id, name FROM users');
    while ($row = $rows->fetch()) {
        // ruleid: php.performance.query-in-loop
        mysqli_query($db, 'SELECT count(*) FROM orders');
    }
    foreach ($ids as $id) {
        // ok: php.performance.query-in-loop
        $db->log('SELECT');
    }
}
