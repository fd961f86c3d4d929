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

function describe()
{
    // ok: php.security.unsafe-reflection
    $seen = new ReflectionMethod($_GET['type'], 'run');
    return $seen->isStatic();
}

function make()
{
    // ruleid: php.security.unsafe-reflection
    $class = new ReflectionClass($_GET['type']);
    return $class->newInstanceArgs([]);
}

function answer()
{
    $return = $_SERVER['REQUEST_URI'];
    if (is_string($return)) {
        // ruleid: php.security.unsafe-reflection
        call_user_func_array($return, []);
    } else {
        // ok: php.security.unsafe-reflection
        call_user_func($return);
    }
}
