<?php
function picture($rows)
{
    $row = mysqli_fetch_assoc($rows);
    // ruleid: php.security.path-traversal-outside-input
    readfile('/srv/pictures/' . $row['file']);
    // ok: php.security.path-traversal-outside-input
    readfile('/srv/pictures/' . basename($row['file']));
    // ok: php.security.path-traversal-outside-input
    readfile('/srv/pictures/default.png');
}
