<?php

const COLUMNS = ['name', 'price'];

function listed($db) {
    $column = $_GET['column'];
    $known = ['name', 'price'];
    if (!in_array($column, $known, true)) {
        die('no');
    }
    // ok: php.security.sql-injection
    mysqli_query($db, "select * from t order by " . $column);
}

function listedReturn($db) {
    $column = $_GET['column'];
    if (!in_array($column, COLUMNS, true)) {
        return;
    }
    // ok: php.security.sql-injection
    mysqli_query($db, "select * from t order by " . $column);
}

function goneOn($db) {
    $column = $_GET['column'];
    if (!in_array($column, COLUMNS, true)) {
        echo "odd";
    }
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select * from t order by " . $column);
}

function wrongWay($db) {
    $column = $_GET['column'];
    if (in_array($column, COLUMNS, true)) {
        return;
    }
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select * from t order by " . $column);
}

function ofClient($db) {
    $column = $_GET['column'];
    if (!in_array($column, $_GET['columns'])) {
        return;
    }
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select * from t order by " . $column);
}

function twice($db) {
    if (!in_array($_GET['column'], COLUMNS)) {
        return;
    }
    // ok: php.security.sql-injection
    mysqli_query($db, "select * from t order by " . $_GET['column']);
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select * from t order by " . $_GET['other']);
}

function equal($db) {
    $order = $_GET['order'];
    if ($order !== 'asc' && $order !== 'desc') {
        exit;
    }
    // ok: php.security.sql-injection
    mysqli_query($db, "select * from t order by name $order");
}

function switched($db) {
    $order = $_GET['order'];
    switch ($order) {
        case 'asc':
        case 'desc':
            // ok: php.security.sql-injection
            mysqli_query($db, "select * from t order by name $order");
            break;
        default:
            // ruleid: php.security.sql-injection
            mysqli_query($db, "select * from t order by name $order");
    }
}

function matched($db) {
    $name = $_POST['name'];
    if (!preg_match('/^[a-z0-9]+$/', $name)) {
        return;
    }
    // ok: php.security.sql-injection
    mysqli_query($db, "select * from t where name = '$name'");
}

function matchedOpen($db) {
    $name = $_POST['name'];
    if (!preg_match('/[a-z0-9]+/', $name)) {
        return;
    }
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select * from t where name = '$name'");
}

function matchedOne($db) {
    $name = $_POST['name'];
    if (preg_match('/^\w+$/', $name) === 1) {
        // ok: php.security.sql-injection
        mysqli_query($db, "select * from t where name = '$name'");
    }
}

function digits($db) {
    $id = $_GET['id'];
    if (ctype_digit($id)) {
        // ok: php.security.sql-injection
        mysqli_query($db, "select * from t where id = $id");
    } else {
        // ruleid: php.security.sql-injection
        mysqli_query($db, "select * from t where id = $id");
    }
}

function numeric($db) {
    if (!is_numeric($_GET['id'])) {
        die();
    }
    $id = $_GET['id'];
    // ok: php.security.sql-injection
    mysqli_query($db, "select * from t where id = " . $id);
}

function isWord($text) {
    return preg_match('/^\w+$/', $text);
}

function check($text) {
    if (!in_array($text, COLUMNS)) {
        throw new Exception($text);
    }
}

function asked($db) {
    $name = $_GET['name'];
    if (isWord($name)) {
        // ok: php.security.sql-injection
        mysqli_query($db, "select * from t where name = '$name'");
    }
    // ruleid: php.security.sql-injection
    mysqli_query($db, "select * from t where name = '$name'");
    check($name);
    // ok: php.security.sql-injection
    mysqli_query($db, "select * from t where name = '$name'");
}

function below() {
    $path = realpath('/srv/files/' . $_GET['file']);
    if ($path === false || strpos($path, '/srv/files/') !== 0) {
        die('no');
    }
    // ok: php.security.path-traversal
    echo file_get_contents($path);
}

function notResolved() {
    $path = '/srv/files/' . $_GET['file'];
    if (strpos($path, '/srv/files/') !== 0) {
        die('no');
    }
    // ruleid: php.security.path-traversal
    $text = file_get_contents($path);
}

function ternary($db) {
    $order = $_GET['order'] === 'desc' ? 'desc' : 'asc';
    // ok: php.security.sql-injection
    mysqli_query($db, "select * from t order by name $order");
    $column = in_array($_GET['c'], COLUMNS) ? $_GET['c'] : 'name';
    // ok: php.security.sql-injection
    mysqli_query($db, "select * from t order by $column");
}

function mapped($db) {
    $orders = ['up' => 'asc', 'down' => 'desc'];
    $order = $orders[$_GET['order']] ?? 'asc';
    // ok: php.security.sql-injection
    mysqli_query($db, "select * from t order by name $order");
}
