<?php
// ok: php.security.errors-displayed
ini_set('log_errors', '1');
// ruleid: php.security.errors-displayed
ini_set('display_errors', '1');
// ruleid: php.security.errors-displayed
ini_set('display_errors', 'On');
// ok: php.security.errors-displayed
ini_set('display_errors', '0');
// ok: php.security.errors-displayed
error_reporting(E_ALL);
