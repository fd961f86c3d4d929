<?php
function calculate()
{
    $formula = $_POST['formula'];
    // ruleid: php.security.code-injection
    eval('$result = ' . $formula . ';');
    // ruleid: php.security.code-injection
    $f = create_function('$x', $formula);
    // ok: php.security.code-injection
    call_user_func('trim', $formula);
    // ok: php.security.code-injection
    eval('$result = 1 + 1;');
}

function check()
{
    $callback = $_GET['callback'];
    // ruleid: php.security.code-injection
    assert($callback);
    // ok: php.security.code-injection
    assert(is_callable($callback));
    // ok: php.security.code-injection
    assert($callback !== null);
}

// ok: php.security.code-injection
eval("\$name = '" . addslashes($_GET['name']) . "';");
// ruleid: php.security.code-injection
eval('$name = ' . addslashes($_GET['name']) . ';');
