<?php
function allowed($role, $roles)
{
    // ruleid: php.correctness.in-array-loose
    if (in_array($role, ['admin', 'editor'])) {
        return true;
    }
    // ruleid: php.correctness.in-array-loose
    if (in_array($_GET['role'], $roles)) {
        return true;
    }
    // ok: php.correctness.in-array-loose
    if (in_array($role, $roles, true)) {
        return true;
    }
    // ok: php.correctness.in-array-loose
    return in_array('admin', $roles);
}
