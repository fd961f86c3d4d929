<?php
$name = $_GET['file'];
// ruleid: php.security.path-traversal
readfile('/srv/files/' . $name);
// ruleid: php.security.path-traversal
unlink("uploads/$name");
// ruleid: php.security.path-traversal
$text = file_get_contents($_POST['template']);
// ok: php.security.path-traversal
$body = file_get_contents('php://input');
// ok: php.security.path-traversal
$upload = file_get_contents($_FILES['photo']['tmp_name']);
// ok: php.security.path-traversal
readfile('/srv/files/' . basename($name));
// ok: php.security.path-traversal
readfile('/srv/files/terms.pdf');

function send($name)
{
    $path = realpath('/srv/files/' . $name);
    if ($path === false || strpos($path, '/srv/files/') !== 0) {
        exit;
    }
    // ok: php.security.path-traversal
    readfile($path);
}

send($_GET['name']);
