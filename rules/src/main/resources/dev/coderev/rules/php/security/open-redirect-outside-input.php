<?php
$target = fgets(STDIN);
// ruleid: php.security.open-redirect-outside-input
header('Location: ' . $target);
// ruleid: php.security.open-redirect-outside-input
http_redirect($target);
// ok: php.security.open-redirect-outside-input
header('Location: /search?q=' . urlencode($target));
$pages = ['home', 'help'];
if (in_array($target, $pages, true)) {
    // ok: php.security.open-redirect-outside-input
    header('Location: ' . $target);
}
