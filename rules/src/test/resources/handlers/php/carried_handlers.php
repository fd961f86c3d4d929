<?php

class Query {
    public $column = 'id';
    private $table = 't';
    private $parts = [];

    public function __construct($column = 'id') {
        $this->column = $column;
    }

    public function select($column) {
        $this->column = $column;
        return $this;
    }

    public function from($table) {
        $this->table = $table;
        return $this;
    }

    public function build() {
        return "select " . $this->column . " from " . $this->table;
    }

    public function add($part) {
        $this->parts[] = $part;
    }

    public function text() {
        return implode(' ', $this->parts);
    }

    public static function of($column) {
        return new self($column);
    }
}

function alias($db) {
    $a = new Query();
    $b = $a;
    $a->column = $_GET['c'];
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $b->column);
    $c = new Query();
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $c->column);
    $x = 'id';
    $y = &$x;
    $y = $_GET['c'];
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $x);
    $p = ['id'];
    $q = $p;
    $q[0] = $_GET['c'];
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $p[0]);
}

function fluent($db) {
    $c = $_GET['c'];
    // ruleid: php.security.sql-injection
    mysqli_query($db, (new Query())->select($c)->from('t')->build());
    // ok: php.security.sql-injection
    mysqli_query($db, (new Query())->select('id')->from('t')->build());
    // ruleid: php.security.sql-injection
    mysqli_query($db, Query::of($c)->build());
    $query = new Query();
    $query->add('select');
    $query->add($c);
    // ruleid: php.security.sql-injection
    mysqli_query($db, $query->text());
}

function fill(&$target, $text) {
    $target = $text;
}

function noReference($target, $text) {
    $target = $text;
}

function fillList(array &$target, $text) {
    $target[] = $text;
}

function filled($db) {
    $c = $_GET['c'];
    $a = 'id';
    noReference($a, $c);
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $a);
    fill($a, $c);
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $a);
    $list = [];
    fillList($list, $c);
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $list[0]);
}

function withDefault($text = 'id', ...$rest) {
    return $text;
}

function restOf($text, ...$rest) {
    return $rest[0];
}

function generate($text) {
    yield 'id';
    yield $text;
}

function pair($text) {
    return ['id', $text];
}

function calls($db) {
    $c = $_GET['c'];
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . withDefault());
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . withDefault($c));
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . restOf($c, 'id'));
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . restOf('id', $c));
    foreach (generate($c) as $part) {
        // ruleid: php.security.sql-injection
        mysqli_query($db, "select " . $part);
    }
    [$first, $second] = pair($c);
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $first);
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $second);
    list($third, $fourth) = pair($c);
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $fourth);
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $third);
}

function texts($db) {
    $c = $_POST['c'];
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select $c from t");
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select {$c} from t");
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select $_POST[c] from t");
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select {$_POST['c']} from t");
    // ruleid: php.security.sql-injection
    mysqli_query($db, sprintf("select %s from t", $c));
    // ruleid: php.security.sql-injection
    mysqli_query($db, implode(' ', ['select', $c]));
    // ruleid: php.security.sql-injection
    mysqli_query($db, str_replace('x', $c, 'select x'));
    $sql = "select ";
    $sql .= $c;
    // ruleid: php.security.sql-injection
    mysqli_query($db, $sql);
    $text = <<<SQL
    select $c from t
    SQL;
    // ruleid: php.security.sql-injection
    mysqli_query($db, $text);
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . strlen($c));
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . (int) $c);
    // ok: php.security.sql-injection
    mysqli_query($db, 'select $c from t');
    // ruleid: php.security.sql-injection
    mysqli_query($db, trim("select " . strtolower($c)));
}

function closures($db) {
    $c = $_GET['c'];
    $quote = function ($text) {
        return "'" . $text . "'";
    };
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $quote($c));
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $quote('id'));
    $short = fn($text) => $c . $text;
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $short('id'));
    $used = function () use ($c) {
        return $c;
    };
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $used());
    $columns = array_map(function ($x) { return trim($x); }, explode(',', $c));
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . implode(',', $columns));
    $numbers = array_map('intval', explode(',', $c));
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . implode(',', $numbers));
}

function ways($db) {
    $c = 'id';
    try {
        $c = $_GET['c'];
        risky();
    } catch (Exception $e) {
        // ruleid: php.security.sql-injection
        mysqli_query($db, "select " . $c);
    } finally {
        // ruleid: php.security.sql-injection
        mysqli_query($db, "select 1, " . $c);
    }
    $other = $_GET['o'];
    $other = 'id';
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $other);
    foreach ($_GET as $key => $value) {
        // ruleid: php.security.sql-injection
        mysqli_query($db, "select " . $value);
    }
    $name = $_GET['n'] ?? 'id';
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $name);
    $short = $_GET['n'] ?: 'id';
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $short);
    $gone = $_GET['n'];
    unset($gone);
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $gone);
}

function extracted($db) {
    extract($_POST);
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $column);
}

function globals() {
    global $wanted, $db;
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $wanted);
}

$wanted = $_GET['c'];
globals();

function constants($db) {
    $c = $_GET['c'];
    $n = 7;
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . ($n / 2 > 3.2 ? 'id' : $c));
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . (intdiv($n, 2) > 3 ? $c : 'id'));
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . (strlen('abc') > 3 ? $c : 'id'));
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . (substr('abc', 1, 1) === 'b' ? 'id' : $c));
    $values = ['a' => 'id', 'b' => $c];
    $key = 'a';
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $values[$key]);
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $values['b']);
    $items = ['a', $c, 'b'];
    array_shift($items);
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select " . $items[0]);
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $items[1]);
    if ($n > 100) {
        $c .= 'x';
    } else {
        $c = 'id';
    }
    // ok: php.security.sql-injection
    mysqli_query($db, "select " . $c);
}
