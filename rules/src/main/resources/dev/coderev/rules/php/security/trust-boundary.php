<?php
function remember()
{
    // ruleid: php.security.trust-boundary
    $_SESSION['role'] = $_POST['role'];
    $theme = $_COOKIE['theme'];
    // ruleid: php.security.trust-boundary
    $_SESSION['theme'] = trim($theme);
    // ok: php.security.trust-boundary
    $_SESSION['page'] = (int) $_GET['page'];
    // ok: php.security.trust-boundary
    $_SESSION['role'] = 'guest';
    if (in_array($theme, ['dark', 'light'], true)) {
        // ok: php.security.trust-boundary
        $_SESSION['theme'] = $theme;
    }
}
