<?php
function login($logger)
{
    $user = $_POST['user'];
    // ruleid: php.security.log-injection
    error_log('failed login of ' . $user);
    // ruleid: php.security.log-injection
    $logger->warning("failed login of $user");
    // ruleid: php.security.log-injection
    syslog(LOG_INFO, $_SERVER['HTTP_USER_AGENT']);
    // ok: php.security.log-injection
    error_log('failed login of ' . str_replace("\n", '', $user));
    // ok: php.security.log-injection
    error_log('failed login of ' . json_encode($user));
    // ok: php.security.log-injection
    $logger->warning('failed login');
    // ok: php.security.log-injection
    $logger->warning('page ' . intval($_GET['page']));
}
