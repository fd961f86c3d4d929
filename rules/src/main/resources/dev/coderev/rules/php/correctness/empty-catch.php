<?php
function remove($db)
{
    // ruleid: php.correctness.empty-catch
    try {
        $db->delete();
    } catch (Exception $e) {
    }
    // ok: php.correctness.empty-catch
    try {
        $db->delete();
    } catch (Exception $e) {
        error_log($e->getMessage());
    }
    // ruleid: php.correctness.empty-catch
    try {
        $db->delete();
    } catch (\Throwable $error) {
    }
    // ok: php.correctness.empty-catch
    try {
        $db->delete();
    } catch (RowMissing $missing) {
    }
}
