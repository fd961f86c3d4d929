<?php

abstract class Base {
    public function text($given) {
        return $given;
    }
}

class Same extends Base {
}

class Fixed extends Base {
    public function text($given) {
        return 'fixed';
    }
}

function either($text, $use) {
    if ($use) {
        return $text;
    }
    return 'constant';
}

function deep($text, $depth) {
    return $depth === 0 ? $text : deep($text, $depth - 1);
}

class Page {
    private $name;
    private $kind = 'all';
    private static $shared = [];

    public function __construct() {
        $this->name = $_GET['name'];
    }

    public function show($db) {
        // ruleid: php.security.sql-injection
        mysqli_query($db, "select " . $this->name);
        // ok: php.security.sql-injection
        mysqli_query($db, "select " . $this->kind);
    }
}

function helpers($db) {
    $text = $_GET['text'];
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . either($text, true));
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . either($text, false));
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . deep($text, 3));
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . (new Same())->text($text));
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . (new Fixed())->text($text));
}

function coded($db) {
    $text = $_GET['text'];
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . base64_decode(base64_encode($text)));
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . urldecode($text));
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . htmlspecialchars($text));
    $safe = htmlspecialchars($text);
    // ok: php.security.xss
    echo $safe;
    // ruleid: php.security.xss
    echo $text;
    // todoruleid: php.security.xss
    echo html_entity_decode($safe);
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . str_replace('x', 'y', $text));
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . substr($text, 0, 10));
    $id = (int) $text;
    // ok: php.security.sql-injection
    mysqli_query($db, "select $id");
    settype($text, 'integer');
    // ok: php.security.sql-injection
    mysqli_query($db, "select $text");
}

function unreachable($db) {
    $text = $_GET['text'];
    $value = '1';
    if (1 > 2) {
        $value = $text;
    }
    // ok: php.security.sql-injection
    mysqli_query($db, "select $value");
    $value = match ('b') {
        'a' => $text,
        'b' => '1',
        default => $text,
    };
    // ok: php.security.sql-injection
    mysqli_query($db, "select $value");
    for ($i = 0; $i < 3; $i++) {
        $value .= $text;
    }
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select $value");
    if (empty($text)) {
        exit('no');
    }
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select $text");
    return;
    // ok: php.security.sql-injection
    mysqli_query($db, "select $text");
}

function containers($db) {
    $text = $_GET['text'];
    $names = ['a', $text, 'b'];
    // ok: php.security.sql-injection
    mysqli_query($db, "select {$names[0]}");
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select {$names[1]}");
    $names[1] = 'c';
    // ok: php.security.sql-injection
    mysqli_query($db, "select {$names[1]}");
    $table = ['a' => ['b' => $text, 'c' => '1']];
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $table['a']['c']);
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $table['a']['b']);
    ['x' => $x, 'y' => $y] = ['x' => $text, 'y' => '1'];
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $x);
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $y);
    $object = new stdClass();
    $object->name = $text;
    $object->kind = '1';
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select {$object->name}");
    // ok: php.security.sql-injection
    mysqli_query($db, "select {$object->kind}");
    $merged = array_merge(['k' => '1'], ['l' => $text]);
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $merged['l']);
    $compact = compact('text');
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $compact['text']);
}
