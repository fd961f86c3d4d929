<?php
function show($comments)
{
    foreach ($comments->fetchAll() as $comment) {
        // ruleid: php.security.stored-xss
        echo '<p>' . $comment['text'] . '</p>';
        // ok: php.security.stored-xss
        echo '<p>' . htmlspecialchars($comment['text']) . '</p>';
        $likes = (int) $comment['likes'];
        // ok: php.security.stored-xss
        echo "<b>$likes</b>";
    }
}
