<?php

function sql(PDO $pdo, mysqli $mysqli) {
    $name = $_GET['name'];
    // ruleid: php.security.sql-injection
    $pdo->query("select * from t where name = '$name'");
    // ruleid: php.security.sql-injection
    $mysqli->query("select * from t where name = '" . $name . "'");
    // ok: php.security.sql-injection
    $statement = $pdo->prepare("select * from t where name = ?");
    $statement->execute([$name]);
    // ok: php.security.sql-injection
    $mysqli->query("select * from t where name = '" . $mysqli->real_escape_string($name) . "'");
    // ruleid: php.security.sql-injection
    $pdo->exec("delete from t where name = '$name'");
}

function command() {
    $host = $_POST['host'];
    // ruleid: php.security.command-injection
    system("ping " . $host);
    // ruleid: php.security.command-injection
    $out = shell_exec("ping $host");
    // ruleid: php.security.command-injection
    exec("ping " . $host, $lines);
    // ruleid: php.security.command-injection
    passthru("ping " . $host);
    // ruleid: php.security.command-injection
    $text = `ping $host`;
    // ok: php.security.command-injection
    system("ping " . escapeshellarg($host));
}

function xss() {
    // ruleid: php.security.xss
    echo "<b>" . $_GET['name'] . "</b>";
    // ruleid: php.security.xss
    print $_POST['name'];
    $name = $_REQUEST['name'];
    // ruleid: php.security.xss
    printf("<b>%s</b>", $name);
    // ok: php.security.xss
    echo htmlspecialchars($name);
    // ok: php.security.xss
    echo htmlentities($name, ENT_QUOTES);
    // ok: php.security.xss
    echo (int) $_GET['page'];
}

function path() {
    $name = $_GET['file'];
    // ruleid: php.security.path-traversal
    readfile('/srv/' . $name);
    // ruleid: php.security.file-inclusion
    include '/srv/' . $name . '.php';
    // ruleid: php.security.file-inclusion
    require_once($name);
    // ok: php.security.path-traversal
    readfile('/srv/' . basename($name));
    // ruleid: php.security.path-traversal
    $f = fopen('/srv/' . $name, 'r');
}

function ssrf() {
    $url = $_GET['url'];
    // ruleid: php.security.server-side-request-forgery
    $text = file_get_contents($url);
    $c = curl_init();
    // ruleid: php.security.server-side-request-forgery
    curl_setopt($c, CURLOPT_URL, $url);
    // ruleid: php.security.server-side-request-forgery
    $d = curl_init($url);
}

function go() {
    // ruleid: php.security.open-redirect
    header('Location: ' . $_GET['next']);
    // ok: php.security.open-redirect
    header('Location: /home');
}

function evaluated() {
    // ruleid: php.security.code-injection
    eval($_POST['code']);
    // ruleid: php.security.code-injection
    assert($_GET['check']);
}

function load() {
    // ruleid: php.security.unserialize
    $data = unserialize($_COOKIE['data']);
    // ok: php.security.unserialize
    $safe = json_decode($_COOKIE['data']);
}

function xpath(DOMXPath $xpath) {
    // ruleid: php.security.xpath-injection
    $xpath->query("//user[@name='" . $_GET['name'] . "']");
    // ok: php.security.xpath-injection
    $xpath->query("//user[@id='" . intval($_GET['id']) . "']");
}

function mailed() {
    // ruleid: php.security.mail-header-injection
    mail('shop@example.com', 'order', 'text', 'From: ' . $_POST['from']);
}
