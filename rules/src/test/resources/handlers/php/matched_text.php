<?php
// What an expression found is no more than it lets pass.

function jsonp()
{
    if (!preg_match('/^[a-z0-9_]+$/i', $_REQUEST['callback'], $matches)) {
        return;
    }
    // ok: php.security.xss
    echo $matches[0] . '(';
}

function jsonp_loose()
{
    preg_match('/^.+$/', $_REQUEST['callback'], $matches);
    // ruleid: php.security.xss
    echo $matches[0] . '(';
}

function jsonp_more()
{
    preg_match('/[a-z]+[<]?/', $_REQUEST['callback'], $matches);
    // ruleid: php.security.xss
    echo $matches[0] . '(';
}
