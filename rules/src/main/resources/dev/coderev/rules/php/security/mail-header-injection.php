<?php
function contact()
{
    $from = $_POST['email'];
    // ruleid: php.security.mail-header-injection
    mail('desk@example.com', 'Contact', $_POST['text'], 'From: ' . $from);
    // ruleid: php.security.mail-header-injection
    mail('desk@example.com', 'Contact', 'hello', "Reply-To: $from\r\n");
    // ok: php.security.mail-header-injection
    mail('desk@example.com', 'Contact', $_POST['text'], 'From: web@example.com');
    $checked = filter_var($from, FILTER_VALIDATE_EMAIL);
    // ok: php.security.mail-header-injection
    mail('desk@example.com', 'Contact', 'hello', 'From: ' . $checked);
}
