<?php
// ruleid: php.security.phpinfo
phpinfo();
// ruleid: php.security.phpinfo
phpinfo(INFO_ENVIRONMENT);
// ok: php.security.phpinfo
$version = phpversion();
// ok: php.security.phpinfo
echo 'phpinfo';
