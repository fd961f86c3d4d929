<?php
function login($users)
{
    // ruleid: php.security.nosql-injection
    $user = $users->findOne(['name' => $_POST['name'], 'password' => $_POST['password']]);
    $filter = ['name' => $_GET['name']];
    // ruleid: php.security.nosql-injection
    $users->deleteMany($filter);
    // ok: php.security.nosql-injection
    $users->findOne(['name' => (string) $_POST['name']]);
    // ok: php.security.nosql-injection
    $users->findOne(['age' => intval($_POST['age'])]);
    // ok: php.security.nosql-injection
    $users->findOne(['role' => 'guest']);
}
