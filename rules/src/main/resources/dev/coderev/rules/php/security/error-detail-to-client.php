<?php
function show($shop, $log)
{
    try {
        $shop->open();
    } catch (PDOException $problem) {
        $log->error($problem->getMessage());
        // ruleid: php.security.error-detail-to-client
        echo 'Failed: ' . $problem->getMessage();
        // ok: php.security.error-detail-to-client
        echo 'The shop is closed.';
    }
}
