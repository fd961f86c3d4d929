<?php
function again($db)
{
    $row = mysqli_fetch_assoc(mysqli_query($db, 'select owner from account'));
    $owner = $row['owner'];
    // ruleid: php.security.sql-injection-outside-input
    mysqli_query($db, "update account set checked = 1 where owner = '$owner'");
    $quoted = mysqli_real_escape_string($db, $owner);
    // ok: php.security.sql-injection-outside-input
    mysqli_query($db, "update account set checked = 1 where owner = '$quoted'");
}

function import($db)
{
    foreach (file('owners.txt') as $line) {
        // ruleid: php.security.sql-injection-outside-input
        $db->query("insert into account (owner) values ('" . trim($line) . "')");
    }
    // ok: php.security.sql-injection-outside-input
    $db->query('delete from account');
}
