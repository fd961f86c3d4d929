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
