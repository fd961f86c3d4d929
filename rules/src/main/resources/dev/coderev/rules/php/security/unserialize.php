<?php
function cart()
{
    // ruleid: php.security.unserialize
    $cart = unserialize($_COOKIE['cart']);
    // ruleid: php.security.unserialize
    $state = unserialize(base64_decode($_POST['state']));
    // ok: php.security.unserialize
    $plain = unserialize($_COOKIE['cart'], ['allowed_classes' => false]);
    // ok: php.security.unserialize
    $json = json_decode($_COOKIE['cart'], true);
    // ok: php.security.unserialize
    $own = unserialize(file_get_contents('/var/cache/app/state'));
}
