<?php
function ping()
{
    $host = $_GET['host'];
    // ruleid: php.security.command-injection
    system("ping -c 1 $host");
    // ruleid: php.security.command-injection
    $out = shell_exec('dig ' . $host);
    // ruleid: php.security.command-injection
    exec('whois ' . trim($_POST['domain']), $lines);
    // ok: php.security.command-injection
    system('ping -c 1 ' . escapeshellarg($host));
    // ok: php.security.command-injection
    exec('uptime');
    $count = intval($_GET['count']);
    // ok: php.security.command-injection
    passthru("head -n $count /var/log/app");
    if (is_numeric($_GET['lines'])) {
        // ok: php.security.command-injection
        passthru('tail -n ' . $_GET['lines'] . ' /var/log/app');
    }
}
