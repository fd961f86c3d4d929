<?php

class Invoices {
    public function byNumber($db, $number) {
        // ruleid: php.security.sql-built-from-parameter
        return $db->query("SELECT * FROM invoice WHERE number = '" . $number . "'");
    }

    public function byTown($link, string $town) {
        $sql = "SELECT * FROM invoice WHERE town = '" . $town . "' LIMIT 10";
        // ruleid: php.security.sql-built-from-parameter
        return mysqli_query($link, $sql);
    }

    public function page($db, int $page) {
        // ok: php.security.sql-built-from-parameter
        return $db->query("SELECT * FROM invoice LIMIT " . $page);
    }

    public function any($db, $sql) {
        // ok: php.security.sql-built-from-parameter
        return $db->query($sql);
    }

    public function counted($db, $town) {
        $town = $db->quote($town);
        // ok: php.security.sql-built-from-parameter
        return $db->query("SELECT * FROM invoice WHERE town = " . $town);
    }
}
