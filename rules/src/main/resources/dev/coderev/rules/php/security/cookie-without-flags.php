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

// ruleid: php.security.cookie-without-flags
setrawcookie('theme', $theme);

// ruleid: php.security.cookie-without-flags
setcookie('theme', $theme, ['secure' => true, 'httponly' => false]);

// ok: php.security.cookie-without-flags
setcookie('theme', $theme, ['secure' => true, 'httponly' => true, 'samesite' => 'Lax']);

// ruleid: php.security.cookie-without-flags
ini_set('session.cookie_httponly', '0');

// ok: php.security.cookie-without-flags
ini_set('session.cookie_httponly', '1');
