<?php
function act($texts)
{
    $action = $_GET['action'];
    // ruleid: php.security.unsafe-reflection
    call_user_func($action);
    // ruleid: php.security.unsafe-reflection
    $made = (new ReflectionClass($_POST['type']))->newInstance();
    // ok: php.security.unsafe-reflection
    call_user_func('trim', $action);
    if (!in_array($action, ['list', 'show'], true)) {
        return;
    }
    // ok: php.security.unsafe-reflection
    call_user_func($action);
}
