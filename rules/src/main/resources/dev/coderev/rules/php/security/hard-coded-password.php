<?php
// ruleid: php.security.hard-coded-password
$db = new PDO('mysql:host=db', 'shop', 'k3-Lrq9w');
// ruleid: php.security.hard-coded-password
$link = mysqli_connect('db', 'shop', 'k3-Lrq9w', 'shop');
// ruleid: php.security.hard-coded-password
$apiKey = 'c0ffee12-77ab';
// ok: php.security.hard-coded-password
$db = new PDO('mysql:host=db', 'shop', getenv('DB_PASSWORD'));
// ok: php.security.hard-coded-password
$link = mysqli_connect('db', 'shop', $password, 'shop');
// ok: php.security.hard-coded-password
$password = '';
// ok: php.security.hard-coded-password
$color = 'darkblue';

// ok: php.security.hard-coded-password
$dummyPassword = '_web_form_5847ed1b5b8ca';
