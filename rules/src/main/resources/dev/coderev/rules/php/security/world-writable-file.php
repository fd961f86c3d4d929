<?php

// ruleid: php.security.world-writable-file
chmod('/var/app/upload.php', 0777);

// ruleid: php.security.world-writable-file
chmod($file, 0666);

// ruleid: php.security.world-writable-file
umask(0);

// ok: php.security.world-writable-file
chmod($file, 0644);

// ok: php.security.world-writable-file
mkdir('/var/app/cache', 0750);

// The mask of the process takes the rest away: this is the default of mkdir.
// ok: php.security.world-writable-file
mkdir('/var/app/cache', 0777, true);
