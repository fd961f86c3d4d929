<?php
function respond()
{
    // ruleid: php.security.header-injection
    header('X-Language: ' . $_GET['language']);
    $name = $_POST['name'];
    // ruleid: php.security.header-injection
    header("Content-Disposition: attachment; filename=\"$name\"");
    // ok: php.security.header-injection
    header('X-Language: ' . str_replace(["\r", "\n"], '', $name));
    // ok: php.security.header-injection
    header('X-Page: ' . (int) $_GET['page']);
    // ok: php.security.header-injection
    header('Content-Type: text/plain');
    if (!in_array($name, ['a', 'b'], true)) {
        return;
    }
    // ok: php.security.header-injection
    header('X-Name: ' . $name);
}
