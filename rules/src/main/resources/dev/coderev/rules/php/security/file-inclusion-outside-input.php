<?php
$page = $_SESSION['page'];
// ruleid: php.security.file-inclusion-outside-input
include 'pages/' . $page;
$known = ['start', 'help'];
if (in_array($page, $known, true)) {
    // ok: php.security.file-inclusion-outside-input
    include 'pages/' . $page . '.php';
}
// ok: php.security.file-inclusion-outside-input
include 'pages/start.php';
