<?php

function taken() {
    // ruleid: php.security.session-id-from-request
    session_id($_GET['sid']);
    session_start();
}

function made() {
    // ok: php.security.session-id-from-request
    session_id(bin2hex(random_bytes(24)));
    session_start();
}
