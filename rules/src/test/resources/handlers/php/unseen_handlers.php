<?php
declare(strict_types=1);
namespace Shop;

use PDO;
use mysqli;

const TABLE = 'items';

interface Column { public function name(): string; }
final class OpenColumn implements Column {
    public function __construct(private string $raw) {}
    public function name(): string { return $this->raw; }
}
final class FixedColumn implements Column {
    public function name(): string { return 'price'; }
}

class Repository {
    private static ?Repository $instance = null;
    protected PDO $pdo;
    private array $filters = [];
    public function __construct(PDO $pdo) { $this->pdo = $pdo; }
    public static function instance(): self { return self::$instance ??= new self(new PDO('sqlite::memory:')); }
    public function where(string $clause): static { $this->filters[] = $clause; return $this; }
    public function all(): array {
        // todoruleid: php.security.sql-injection
        return $this->pdo->query('SELECT * FROM items WHERE ' . implode(' AND ', $this->filters))->fetchAll();
    }
    public function count(): int {
        // ok: php.security.sql-injection
        return (int) $this->pdo->query('SELECT COUNT(*) FROM ' . TABLE)->fetchColumn();
    }
}
Repository::instance()->where("name = '" . $_GET['name'] . "'")->all();

function s1(mysqli $db) {
    $id = $_GET['id'];
    // ruleid: php.security.sql-injection
    mysqli_query($db, "SELECT * FROM t WHERE id = $id");
}
function s2(mysqli $db) {
    $id = (int) $_GET['id'];
    // ok: php.security.sql-injection
    mysqli_query($db, "SELECT * FROM t WHERE id = $id");
}
function s3(mysqli $db) {
    $n = mysqli_real_escape_string($db, $_POST['n']);
    // ok: php.security.sql-injection
    mysqli_query($db, "SELECT * FROM t WHERE n = '$n'");
}
function s4(mysqli $db) {
    $n = mysqli_real_escape_string($db, $_POST['n']);
    // todoruleid: php.security.sql-injection
    mysqli_query($db, "SELECT * FROM t WHERE n = $n");
}
function s5(PDO $pdo) {
    $st = $pdo->prepare('SELECT * FROM t WHERE n = :n');
    // ok: php.security.sql-injection
    $st->execute([':n' => $_POST['n']]);
}
function s6(PDO $pdo) {
    // ruleid: php.security.sql-injection
    $st = $pdo->prepare("SELECT * FROM t WHERE n = '{$_POST['n']}' AND m = ?");
    $st->execute([1]);
}
function s7(PDO $pdo) {
    // ok: php.security.sql-injection
    $pdo->query('SELECT * FROM t WHERE n = ' . $pdo->quote($_GET['n']));
}
function s8(PDO $pdo) {
    $allowed = ['name', 'price'];
    $sort = in_array($_GET['sort'], $allowed, true) ? $_GET['sort'] : 'name';
    // ok: php.security.sql-injection
    $pdo->query("SELECT * FROM t ORDER BY $sort");
}
function s9(PDO $pdo) {
    $sort = $_GET['sort'] ?? 'name';
    if (!in_array($sort, ['name', 'price'], true)) { error_log('odd column'); }
    // ruleid: php.security.sql-injection
    $pdo->query("SELECT * FROM t ORDER BY $sort");
}
function s10(PDO $pdo) {
    $dir = match ($_GET['dir']) { 'up' => 'ASC', 'down' => 'DESC', default => 'ASC' };
    // ok: php.security.sql-injection
    $pdo->query("SELECT * FROM t ORDER BY a $dir");
}
function s11(PDO $pdo) {
    $dir = match (true) { $_GET['dir'] === 'up' => 'ASC', default => $_GET['dir'] };
    // ruleid: php.security.sql-injection
    $pdo->query("SELECT * FROM t ORDER BY a $dir");
}
function s12(PDO $pdo) {
    ['a' => $a, 'b' => $b] = ['a' => $_GET['a'], 'b' => 'fixed'];
    // ruleid: php.security.sql-injection
    $pdo->exec('DELETE FROM t WHERE a = ' . $a);
    // ok: php.security.sql-injection
    $pdo->exec('DELETE FROM t WHERE a = ' . $b);
}
function s13(PDO $pdo) {
    $q = <<<SQL
        SELECT * FROM t WHERE a = '{$_COOKIE['a']}'
        SQL;
    // ruleid: php.security.sql-injection
    $pdo->query($q);
}
function s14(PDO $pdo) {
    $q = <<<'SQL'
        SELECT * FROM t WHERE a = '$_COOKIE'
        SQL;
    // ok: php.security.sql-injection
    $pdo->query($q);
}
function s15(PDO $pdo) {
    // ruleid: php.security.sql-injection
    $pdo->query(sprintf("SELECT * FROM t WHERE a = '%s' LIMIT %d", $_GET['a'], $_GET['l']));
}
function s16(PDO $pdo) {
    // ok: php.security.sql-injection
    $pdo->query(vsprintf('SELECT * FROM t LIMIT %d, %d', [$_GET['o'], $_GET['l']]));
}
function s17(PDO $pdo) {
    $ids = array_map('intval', $_GET['ids']);
    // ok: php.security.sql-injection
    $pdo->query('SELECT * FROM t WHERE id IN (' . implode(',', $ids) . ')');
}
function s18(PDO $pdo) {
    $ids = array_map(fn ($i) => "'$i'", explode(',', $_GET['ids']));
    // ruleid: php.security.sql-injection
    $pdo->query('SELECT * FROM t WHERE id IN (' . implode(',', $ids) . ')');
}
function s19(PDO $pdo) {
    $ids = $_GET['ids'];
    $holes = implode(',', array_fill(0, count($ids), '?'));
    // ok: php.security.sql-injection
    $pdo->prepare("SELECT * FROM t WHERE id IN ($holes)")->execute($ids);
}
function s20(PDO $pdo) {
    foreach ($_POST as $k => $v) {
        // ruleid: php.security.sql-injection
        $pdo->exec("UPDATE t SET $k = 1");
    }
}
function s21(PDO $pdo) {
    $run = function (string $q) use ($pdo) {
        // ruleid: php.security.sql-injection
        return $pdo->query($q);
    };
    $run('SELECT ' . $_GET['a']);
}
function s22(PDO $pdo) {
    $c = new OpenColumn($_GET['c']);
    // ruleid: php.security.sql-injection
    $pdo->query('SELECT ' . $c->name() . ' FROM t');
    $d = new FixedColumn();
    // ok: php.security.sql-injection
    $pdo->query('SELECT ' . $d->name() . ' FROM t');
}
function s23(PDO $pdo) {
    try { throw new \RuntimeException($_GET['a']); } catch (\RuntimeException $e) {
        // ruleid: php.security.sql-injection
        $pdo->query('SELECT ' . $e->getMessage());
    }
}
function fill(&$out) { $out = $_GET['a']; }
function s24(PDO $pdo) {
    fill($v);
    // ruleid: php.security.sql-injection
    $pdo->query('SELECT ' . $v);
}
function rows() { foreach ($_GET['r'] as $r) { yield $r; } }
function s25(PDO $pdo) {
    foreach (rows() as $r) {
        // ruleid: php.security.sql-injection
        $pdo->query('SELECT ' . $r);
    }
}
function s26(PDO $pdo) {
    if (!ctype_alnum($_GET['a'])) { exit('bad'); }
    // ok: php.security.sql-injection
    $pdo->query("SELECT '" . $_GET['a'] . "'");
}
function s27(PDO $pdo) {
    $a = $_GET['a'];
    if (!preg_match('/^[a-z]+/', $a)) { die(); }
    // ruleid: php.security.sql-injection
    $pdo->query("SELECT '" . $a . "'");
}
function s28(PDO $pdo) {
    $a = $_GET['a'];
    settype($a, 'integer');
    // ok: php.security.sql-injection
    $pdo->query("SELECT " . $a);
}
function s29(PDO $pdo) {
    $a = filter_input(INPUT_GET, 'a', FILTER_VALIDATE_INT);
    // ok: php.security.sql-injection
    $pdo->query("SELECT " . $a);
}
function s30(PDO $pdo) {
    $a = filter_var($_GET['a'], FILTER_SANITIZE_SPECIAL_CHARS);
    // ruleid: php.security.sql-injection
    $pdo->query("SELECT " . $a);
}
function s31(PDO $pdo) {
    $a = addslashes($_GET['a']);
    // todoruleid: php.security.sql-injection
    $pdo->query("SELECT * FROM t WHERE id = " . $a);
}
function s32(PDO $pdo) {
    $name = 'dynamic';
    $$name = $_GET['a'];
    // todoruleid: php.security.sql-injection
    $pdo->query("SELECT " . $dynamic);
}
function s33($db) {
    // ruleid: php.security.sql-injection
    pg_query($db, "SELECT * FROM t WHERE a = '" . $_GET['a'] . "'");
    // ok: php.security.sql-injection
    pg_query_params($db, 'SELECT * FROM t WHERE a = $1', [$_GET['a']]);
}
function s34(mysqli $db) {
    $st = $db->prepare('SELECT * FROM t WHERE a = ?');
    $st->bind_param('s', $_GET['a']);
    // ok: php.security.sql-injection
    $st->execute();
}
class Input {
    private $data;
    public function getInput() { $u = $_GET['UserData']; $this->data = $u; }
    public function __get($n) { return $this->data; }
    public function data() { return $this->data; }
}
function s35(mysqli $db) {
    $i = new Input();
    $i->getInput();
    // ruleid: php.security.sql-injection
    $db->query("SELECT * FROM t WHERE a = '" . $i->data() . "'");
}
function s36(mysqli $db) {
    $tainted = array();
    $tainted[] = 'safe';
    $tainted[] = $_GET['UserData'];
    $tainted[] = 'safe';
    // ruleid: php.security.sql-injection
    $db->query("SELECT '" . $tainted[1] . "'");
    // ok: php.security.sql-injection
    $db->query("SELECT '" . $tainted[2] . "'");
}
function s37(mysqli $db) {
    $handle = fopen('/tmp/tainted.txt', 'r');
    $t = shell_exec('cat /tmp/tainted.txt');
    $t = $_GET['x'];
    if (1 == 0) { $t = $_GET['y']; } else { $t = 'safe2'; }
    // ok: php.security.sql-injection
    $db->query("SELECT '" . $t . "'");
}
function s38(mysqli $db) {
    $t = $_GET['x'];
    $t = (float) $t;
    // ok: php.security.sql-injection
    $db->query("SELECT " . $t);
    $u = $_GET['x'];
    $u += 0;
    // ok: php.security.sql-injection
    $db->query("SELECT " . $u);
}
function s39(mysqli $db) {
    $legal = ['safe1', 'safe2'];
    $t = in_array($_GET['x'], $legal, true) ? $_GET['x'] : $legal[0];
    // ok: php.security.sql-injection
    $db->query("SELECT '$t'");
    $u = $_GET['x'] == 'safe1' ? 'safe1' : 'safe2';
    // ok: php.security.sql-injection
    $db->query("SELECT '$u'");
}

function c1() {
    // ruleid: php.security.command-injection
    system('ping -c 1 ' . $_GET['h']);
}
function c2() {
    // ok: php.security.command-injection
    system('ping -c 1 ' . escapeshellarg($_GET['h']));
}
function c3() {
    $h = $_GET['h'];
    // ruleid: php.security.command-injection
    $out = `ping -c 1 $h`;
}
function c4() {
    // ok: php.security.command-injection
    proc_open(['ping', '-c', '1', $_GET['h']], [], $pipes);
}
function c5() {
    // ruleid: php.security.command-injection
    exec("ls {$_POST['d']}", $out);
}
function c6() {
    // ruleid: php.security.command-injection
    popen('cat ' . htmlspecialchars($_GET['f']), 'r');
}
function c7() {
    $ip = filter_var($_GET['ip'], FILTER_VALIDATE_IP);
    if ($ip === false) { return; }
    // ok: php.security.command-injection
    passthru("ping -c 1 $ip");
}

function p1() {
    // ruleid: php.security.path-traversal
    readfile('/srv/' . $_GET['f']);
}
function p2() {
    // ok: php.security.path-traversal
    readfile('/srv/' . basename($_GET['f']));
}
function p3() {
    $p = realpath('/srv/' . $_GET['f']);
    if ($p === false || !str_starts_with($p, '/srv/')) { http_response_code(403); exit; }
    // ok: php.security.path-traversal
    echo htmlspecialchars(file_get_contents($p));
}
function p4() {
    $f = str_replace('../', '', $_GET['f']);
    // ruleid: php.security.path-traversal
    file_get_contents('/srv/' . $f);
}
function p5() {
    // ruleid: php.security.file-inclusion
    include $_GET['page'] . '.php';
}
function p6() {
    $pages = ['a' => 'a.php', 'b' => 'b.php'];
    // ok: php.security.file-inclusion
    include $pages[$_GET['page']] ?? 'a.php';
}
function p7() {
    // ruleid: php.security.path-traversal
    unlink('/srv/up/' . $_POST['f']);
}
function p8() {
    // ruleid: php.security.upload-keeps-client-name
    move_uploaded_file($_FILES['f']['tmp_name'], '/srv/up/' . $_FILES['f']['name']);
}
function p9() {
    // ok: php.security.upload-keeps-client-name
    move_uploaded_file($_FILES['f']['tmp_name'], '/srv/up/' . bin2hex(random_bytes(8)) . '.jpg');
}

function x1() {
    // ruleid: php.security.xss
    echo '<p>' . $_GET['n'] . '</p>';
}
function x2() {
    // ok: php.security.xss
    echo '<p>' . htmlspecialchars($_GET['n'], ENT_QUOTES) . '</p>';
}
function x3() {
    // ok: php.security.xss
    echo json_encode(['n' => $_GET['n']]);
}
function x4() {
    // ruleid: php.security.xss
    print("Hello {$_SERVER['HTTP_USER_AGENT']}");
}
function x5() {
    // ruleid: php.security.xss
    printf('<p>%s</p>', strip_tags(urldecode($_GET['n'])) . $_GET['m']);
}
function x6() {
    // ok: php.security.xss
    printf('<p>%d</p>', $_GET['n']);
}
function x7() {
    $n = htmlentities($_GET['n']);
    // ok: php.security.xss
    echo "<p>$n</p>";
}
function x8() {
    $n = htmlspecialchars($_GET['n']);
    $n = htmlspecialchars_decode($n);
    // todoruleid: php.security.xss
    echo "<p>$n</p>";
}
function x9() {
    $safe = ['a' => 1];
    // ok: php.security.xss
    echo isset($safe[$_GET['n']]) ? 'yes' : 'no';
}
function x10() {
    // ok: php.security.xss
    echo strlen($_GET['n']);
}
function x11() { ?>
    <!-- ruleid: php.security.xss -->
    <?= $_GET['n'] ?>
<?php }
function x12() {
    // ruleid: php.security.xss
    die('unknown ' . $_GET['n']);
}
function x13() {
    header('Content-Type: text/plain');
    // ok: php.security.xss
    echo $_GET['n'];
}

function r1() {
    // ruleid: php.security.open-redirect
    header('Location: ' . $_GET['to']);
}
function r2() {
    // ok: php.security.open-redirect
    header('Location: /item.php?id=' . urlencode($_GET['id']));
}
function r3() {
    $to = $_GET['to'];
    if (parse_url($to, PHP_URL_HOST) !== 'example.org') { $to = '/'; }
    // ok: php.security.open-redirect
    header("Location: $to");
}
function r4() {
    // ruleid: php.security.header-injection
    header('X-Lang: ' . $_GET['lang']);
}
function f1() {
    // ruleid: php.security.server-side-request-forgery
    $c = curl_init($_GET['u']);
}
function f2() {
    $c = curl_init();
    // ruleid: php.security.server-side-request-forgery
    curl_setopt($c, CURLOPT_URL, 'http://' . $_POST['h']);
}
function f3() {
    // ruleid: php.security.path-traversal
    echo htmlspecialchars(file_get_contents($_GET['u']));
}
function f4() {
    // ok: php.security.server-side-request-forgery
    $c = curl_init('https://api.example.org/?q=' . rawurlencode($_GET['q']));
}
function u1() {
    // ruleid: php.security.unserialize
    $o = unserialize($_COOKIE['o']);
}
function u2() {
    // ok: php.security.unserialize
    $o = unserialize($_COOKIE['o'], ['allowed_classes' => false]);
}
function u3() {
    // ok: php.security.unserialize
    $o = json_decode($_COOKIE['o']);
}
function e1() {
    // ruleid: php.security.code-injection
    eval('return ' . $_GET['e'] . ';');
}
function e2() {
    // ruleid: php.security.unsafe-reflection
    call_user_func($_GET['f'], 1);
}
function e3() {
    // ruleid: php.security.code-injection
    $f = $_GET['f']; $f();
}
function e4() {
    // todoruleid: php.security.unsafe-reflection
    $o = new $_GET['c']();
}
function e5() {
    // ruleid: php.security.code-injection
    assert($_GET['a']);
}
function l1($l) {
    // ruleid: php.security.ldap-injection
    ldap_search($l, 'ou=p', '(uid=' . $_GET['u'] . ')');
}
function l2($l) {
    // ok: php.security.ldap-injection
    ldap_search($l, 'ou=p', '(uid=' . ldap_escape($_GET['u'], '', LDAP_ESCAPE_FILTER) . ')');
}
function l3(\DOMXPath $x) {
    // ruleid: php.security.xpath-injection
    $x->query("//u[@n='" . $_GET['u'] . "']");
}
function l4() {
    $x = simplexml_load_file('u.xml');
    // ruleid: php.security.xpath-injection
    $x->xpath("//u[@n='{$_GET['u']}']");
}
function l5() {
    $d = new \DOMDocument();
    // ruleid: php.security.xxe
    $d->loadXML(file_get_contents('php://input'), LIBXML_NOENT);
}
function l6() {
    $d = new \DOMDocument();
    // ok: php.security.xxe
    $d->loadXML(file_get_contents('php://input'), LIBXML_NONET);
}
function h1($p) {
    // ruleid: php.security.weak-hash
    return md5($p);
}
function h2($p) {
    // ok: php.security.weak-hash
    return hash('sha256', $p);
}
function h3($p) {
    // ruleid: php.security.weak-hash
    return hash('sha1', $p);
}
function h4() {
    // ruleid: php.security.insecure-random-secret, php.security.weak-hash
    $token = md5((string) rand());
    return $token;
}
function h5() {
    // ok: php.security.insecure-random-secret
    $token = bin2hex(random_bytes(16));
    return $token;
}
function h6($v) {
    // ruleid: php.security.cookie-without-flags
    setcookie('sid', $v, 0, '/', '', false, false);
}
function h7($v) {
    // ok: php.security.cookie-without-flags
    setcookie('sid', $v, ['secure' => true, 'httponly' => true, 'samesite' => 'Lax']);
}
function h8() {
    // ruleid: php.security.hard-coded-password
    return new PDO('mysql:host=db', 'root', 'Tr0ub4dor&3');
}
function h9() {
    // ruleid: php.security.trust-boundary
    $_SESSION['role'] = $_POST['role'];
}
function h10($d, $k) {
    // ruleid: php.security.weak-cipher
    return openssl_encrypt($d, 'des-ecb', $k);
}
function h11($d, $k, $iv) {
    // ok: php.security.weak-cipher
    return openssl_encrypt($d, 'aes-256-gcm', $k, 0, $iv, $tag);
}
function h12($c) {
    // ruleid: php.security.tls-verification-disabled
    curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);
}
function h13() {
    // ruleid: php.security.mail-header-injection
    mail('a@example.org', 's', 'b', 'From: ' . $_POST['from']);
}
function h14() {
    // ruleid: php.security.log-injection
    error_log('login ' . $_POST['user']);
}
function h15() {
    // ruleid: php.security.extract-request
    extract($_GET);
}
function h16() {
    // ruleid: php.security.regex-injection
    preg_match('/' . $_GET['re'] . '/', 'aaa');
}
function h17() {
    // ok: php.security.regex-injection
    preg_match('/' . preg_quote($_GET['re'], '/') . '/', 'aaa');
}
