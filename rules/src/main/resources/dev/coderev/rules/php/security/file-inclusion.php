<?php
$page = $_GET['page'];
// ruleid: php.security.file-inclusion
include $page . '.php';
// ruleid: php.security.file-inclusion
require_once('pages/' . $_GET['section']);
// ok: php.security.file-inclusion
include 'header.php';
// ok: php.security.file-inclusion
require __DIR__ . '/footer.php';
$pages = ['home' => 'home.php', 'about' => 'about.php'];
$file = 'home.php';
if ($page === 'about') {
    $file = 'about.php';
}
// ok: php.security.file-inclusion
include $file;
