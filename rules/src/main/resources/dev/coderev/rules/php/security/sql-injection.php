<?php
function find(PDO $pdo, mysqli $db)
{
    $name = $_GET['name'];
    // ruleid: php.security.sql-injection
    $pdo->query("SELECT * FROM users WHERE name = '$name'");
    // ruleid: php.security.sql-injection
    mysqli_query($db, "SELECT * FROM users WHERE name = '" . $_POST['name'] . "'");
    // ok: php.security.sql-injection
    $statement = $pdo->prepare('SELECT * FROM users WHERE name = ?');
    $statement->execute([$name]);
    $id = (int) $_GET['id'];
    // ok: php.security.sql-injection
    $pdo->query("SELECT * FROM users WHERE id = $id");
    $safe = mysqli_real_escape_string($db, $name);
    // ok: php.security.sql-injection
    mysqli_query($db, "SELECT * FROM users WHERE name = '$safe'");
    count_named($pdo, $name);
}

function count_named($pdo, $name)
{
    $sql = sprintf("SELECT count(*) FROM users WHERE name = '%s'", $name);
    // ruleid: php.security.sql-injection
    return $pdo->query($sql);
}

function all_users($pdo)
{
    $table = 'users';
    // ok: php.security.sql-injection
    return $pdo->query("SELECT * FROM $table");
}

function shorthands($db)
{
    $names = ['1' => 'first', '2' => 'second'];
    // ok: php.security.sql-injection
    mysqli_query($db, 'select ' . $names[$_GET['name']]);
    // ok: php.security.sql-injection
    mysqli_query($db, $names[$_GET['name']]);
    preg_match('/id=(.*)/', $_GET['text'], $any);
    // ruleid: php.security.sql-injection
    mysqli_query($db, 'select ' . $any[1]);
    preg_match('/id=(\d+)/', $_GET['text'], $number);
    // ok: php.security.sql-injection
    mysqli_query($db, 'select ' . $number[1]);
    // ok: php.security.sql-injection
    mysqli_query($db, sprintf('select %05d', $_GET['id']));
    // ok: php.security.sql-injection
    mysqli_query($db, 'select ' . ($_GET['id'] * 1));
    // ok: php.security.sql-injection
    mysqli_query($db, 'select ' . preg_replace('/[^a-z_]/', '', $_GET['column']));
    // ruleid: php.security.sql-injection
    mysqli_query($db, 'select ' . preg_replace('/[^a-z\']/', '', $_GET['column']));
    // ok: php.security.sql-injection
    mysqli_query($db, "select 1 where a = '" . addslashes($_GET['a']) . "'");
}

function escapedNames(mysqli $db)
{
    $name = mysqli_real_escape_string($db, $_GET['name']);
    // ok: php.security.sql-injection
    mysqli_query($db, "SELECT * FROM users WHERE name = '$name'");
    // ok: php.security.sql-injection
    mysqli_query($db, "SELECT * FROM users WHERE name LIKE '%" . $name . "%' ORDER BY id");
    // ruleid: php.security.sql-injection
    mysqli_query($db, "SELECT * FROM users WHERE id = $name");
    // ruleid: php.security.sql-injection
    mysqli_query($db, 'SELECT * FROM users WHERE id = ' . $name);
    $query = "SELECT * FROM users WHERE kind = 'a'";
    $query .= ' ORDER BY ' . $name;
    // ruleid: php.security.sql-injection
    mysqli_query($db, $query);
    $where = "name = '" . $name . "'";
    // ok: php.security.sql-injection
    mysqli_query($db, 'SELECT * FROM users WHERE ' . $where);
    // ok: php.security.sql-injection
    mysqli_query($db, sprintf("SELECT * FROM users WHERE name = '%s' LIMIT %d", $name, $_GET['limit']));
    // ruleid: php.security.sql-injection
    mysqli_query($db, sprintf('SELECT * FROM users WHERE id = %s', $name));
    // ok: php.security.sql-injection
    mysqli_query($db, $name);
}
