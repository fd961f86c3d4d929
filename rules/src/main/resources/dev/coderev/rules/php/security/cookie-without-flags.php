<?php
function set($id)
{
    // ruleid: php.security.cookie-without-flags
    setcookie('session', $id);
    // ruleid: php.security.cookie-without-flags
    setcookie('session', $id, time() + 3600, '/', 'example.com', false, true);
    // ok: php.security.cookie-without-flags
    setcookie('session', $id, time() + 3600, '/', 'example.com', true, true);
    // ok: php.security.cookie-without-flags
    setcookie('session', $id, ['secure' => true, 'httponly' => true]);
    // ok: php.security.cookie-without-flags
    setcookie('session', '', time() - 3600);
}
