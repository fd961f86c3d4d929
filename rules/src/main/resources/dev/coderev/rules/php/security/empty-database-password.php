<?php

// ruleid: php.security.empty-database-password
$first = mysqli_connect('db.internal', 'root', '');

// ruleid: php.security.empty-database-password
$second = new mysqli('db.internal', 'app', '', 'shop');

// ruleid: php.security.empty-database-password
$third = new PDO('mysql:host=db.internal;dbname=shop', 'app', '');

// ruleid: php.security.empty-database-password
$fourth = pg_connect("host=db.internal dbname=shop user=app password=");

// ok: php.security.empty-database-password
$fifth = new PDO('sqlite:/var/lib/shop.db', null, '');

// ok: php.security.empty-database-password
$sixth = new mysqli('db.internal', 'app', getenv('DB_PASSWORD'));
