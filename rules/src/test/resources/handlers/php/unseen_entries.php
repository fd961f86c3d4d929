<?php

function counted(WP_REST_Request $request, $wpdb) {
    $order = $request->get_param('order');
    // ruleid: php.security.sql-injection
    return $wpdb->get_col("SELECT id FROM houses ORDER BY $order");
}

function countedByNumber(WP_REST_Request $request, $wpdb) {
    $page = (int) $request->get_param('page');
    // ok: php.security.sql-injection
    return $wpdb->get_col("SELECT id FROM houses LIMIT $page");
}

class HouseController {
    public function showAction() {
        $name = $this->params()->fromQuery('name');
        // ruleid: php.security.path-traversal
        return glob('/srv/houses/' . $name);
    }

    public function kept() {
        $name = basename($this->params()->fromQuery('name'));
        // ok: php.security.path-traversal
        return glob('/srv/houses/' . $name);
    }

    public function found($qb) {
        $town = $_POST['town'];
        // ruleid: php.security.sql-injection
        $qb->andWhere("h.town = '" . $town . "'");
        // ok: php.security.sql-injection
        $qb->andWhere('h.town = :town');
        return $qb->setParameter('town', $town);
    }
}

function each_row($rows) {
    $with = $_GET['with'];
    // ruleid: php.security.code-injection
    return array_map($with, $rows);
}

function each_row_known($rows) {
    $with = 'trim';
    // ok: php.security.code-injection
    return array_map($with, $rows);
}

function fetched() {
    $options = $_GET['from'];
    $curl = curl_init();
    // ruleid: php.security.server-side-request-forgery
    curl_setopt_array($curl, [CURLOPT_URL => $options, CURLOPT_RETURNTRANSFER => true]);
    // ok: php.security.server-side-request-forgery
    curl_setopt_array($curl, [CURLOPT_URL => 'https://example.org/', CURLOPT_USERAGENT => $options]);
    return curl_exec($curl);
}

class Kept {
    private static function asked(): array {
        return [$_GET['command']];
    }

    private static function known(): array {
        return ['uptime'];
    }

    public static function run() {
        // ruleid: php.security.command-injection
        exec(self::asked()[0]);
        // ruleid: php.security.command-injection
        exec(static::asked()[0]);
        // ok: php.security.command-injection
        exec(self::known()[0]);
    }
}

function made() {
    $kind = $_GET['kind'];
    // ruleid: php.security.unsafe-reflection
    new $kind('a');
    // ok: php.security.unsafe-reflection
    return new Kept('a');
}

function greeting() {
    // ruleid: php.security.xss
    printf('<p>' . $_GET['name'] . '</p>');
    // ok: php.security.xss
    printf('<p>%d</p>', $_GET['age']);
}
