<?php
$next = $_GET['next'];
// ruleid: php.security.open-redirect
header('Location: ' . $next);
// ruleid: php.security.open-redirect
header("Location: $next");
// ok: php.security.open-redirect
header('Location: /account');
// ok: php.security.open-redirect
header('Location: /search?q=' . urlencode($next));
$pages = ['a' => '/a', 'b' => '/b'];
$page = '/home';
if ($next === 'b') {
    $page = '/b';
}
// ok: php.security.open-redirect
header('Location: ' . $page);
