<?php
$file = fopen('jobs.txt', 'r');
$job = fgets($file);
// ruleid: php.security.command-injection-outside-input
system('convert ' . $job);
// ok: php.security.command-injection-outside-input
system('convert ' . escapeshellarg($job));
// ruleid: php.security.command-injection-outside-input
exec('rsync . ' . getenv('ARCHIVE_TARGET'));
$count = intval($job);
// ok: php.security.command-injection-outside-input
system("head -n $count log.txt");
// ruleid: php.security.command-injection-outside-input
shell_exec("tar cf $argv[1] .");
