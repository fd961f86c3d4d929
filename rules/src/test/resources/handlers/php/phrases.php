<?php
function ident($s) { return $s; }
function konst($s) { return 'a'; }
class Box { public $v; function __construct($v) { $this->v = $v; } function get() { return $this->v; } }
function m0($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, "select $q");
}
function m1($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  mysqli_query($db, "select " . (int) $q);
}
function m2($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  mysqli_query($db, "select " . intval($q));
}
function m3($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, sprintf("select %s", $q));
}
function m4($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  mysqli_query($db, sprintf("select %d", $q));
}
function m5($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  if (in_array($q, ['a', 'b'], true)) mysqli_query($db, $q);
}
function m6($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  if (preg_match('/^[a-z]+$/', $q)) mysqli_query($db, $q);
}
function m7($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  if (!preg_match('/^[a-z]+$/', $q)) { return; } mysqli_query($db, $q);
}
function m8($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  if (ctype_digit($q)) mysqli_query($db, $q);
}
function m9($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  if (is_numeric($q)) mysqli_query($db, $q);
}
function m10($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  $v = $q === 'a' ? 'a' : 'b'; mysqli_query($db, $v);
}
function m11($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  switch ($q) { case 'a': $v = 'a'; break; default: $v = 'b'; } mysqli_query($db, $v);
}
function m12($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  $cols = ['a' => 'b']; mysqli_query($db, $cols[$q]);
}
function m13($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $a = ['k' => $q, 's' => 's']; mysqli_query($db, $a['k']);
}
function m14($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  $a = ['k' => $q, 's' => 's']; mysqli_query($db, $a['s']);
}
function m15($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  foreach ($_GET as $k => $v) mysqli_query($db, $v);
}
function m16($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  foreach (explode(',', $q) as $p) mysqli_query($db, $p);
}
function m17($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, implode(',', [$q]));
}
function m18($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, implode(',', array_map(fn($x) => $x, [$q])));
}
function m19($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, ident($q));
}
function m20($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  mysqli_query($db, konst($q));
}
function m21($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $b = new Box($q); mysqli_query($db, $b->get());
}
function m22($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  $b = new Box('a'); mysqli_query($db, $b->get());
}
function m23($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $b = new Box('a'); $b->v = $q; mysqli_query($db, $b->get());
}
function m24($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $f = function ($x) { return $x; }; mysqli_query($db, $f($q));
}
function m25($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $f = function () use ($q) { return $q; }; mysqli_query($db, $f());
}
function m26($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $f = fn() => $q; mysqli_query($db, $f());
}
function m27($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, strtolower(trim($q)));
}
function m28($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, substr($q, 1));
}
function m29($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, str_replace('a', 'b', $q));
}
function m30($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, urldecode($q));
}
function m31($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, base64_decode($q));
}
function m32($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, json_decode($q)->a);
}
function m33($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, json_decode($q, true)['a']);
}
function m34($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $s = 'select '; $s .= $q; mysqli_query($db, $s);
}
function m35($db, $pdo, $ch) { $q = $_GET["q"];
  $s = <<<SQL
select $q
SQL;
 // ruleid: php.security.sql-injection
 mysqli_query($db, $s);
}
function m36($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $s = "select {$q}"; mysqli_query($db, $s);
}
function m37($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $r = &$q; mysqli_query($db, $r);
}
function m38($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  list($a, $b) = [$q, 's']; mysqli_query($db, $a);
}
function m39($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  list($a, $b) = [$q, 's']; mysqli_query($db, $b);
}
function m40($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  [$a, $b] = [$q, 's']; mysqli_query($db, $a);
}
function m41($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.extract-request, php.security.sql-injection
  extract($_GET); mysqli_query($db, $foo);
}
function m42($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, $q ?? 'a');
}
function m43($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, $_REQUEST['a'] ?: 'a');
}
function m44($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $db->query("select $q");
}
function m45($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $pdo->exec("delete $q");
}
function m46($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $pdo->prepare("select $q")->execute();
}
function m47($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  $st = $pdo->prepare("select ?"); $st->execute([$q]);
}
function m48($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.command-injection
  system("ls $q");
}
function m49($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  system("ls " . escapeshellarg($q));
}
function m50($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.command-injection, php.security.xss
  echo `ls $q`;
}
function m51($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.xss
  echo "<h1>$q</h1>";
}
function m52($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.code-injection, php.security.xss
  ?><h1><?= $q ?></h1><?php
}
function m53($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  ?><h1><?= htmlspecialchars($q) ?></h1><?php
}
function m54($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.xss
  print $q;
}
function m55($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.file-inclusion
  include $q;
}
function m56($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.file-inclusion
  include "pages/$q.php";
}
function m57($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.path-traversal
  file_get_contents("/srv/$q");
}
function m58($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  file_get_contents("/srv/" . basename($q));
}
function m59($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.path-traversal
  unlink("/srv/" . $q);
}
function m60($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.header-injection, php.security.open-redirect
  header("Location: $q");
}
function m61($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.code-injection
  eval($q);
}
function m62($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.code-injection
  $q();
}
function m63($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.unsafe-reflection
  call_user_func($q);
}
function m64($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.unserialize
  unserialize($q);
}
function m65($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.cookie-without-flags
  setcookie('a', $q);
}
function m66($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.server-side-request-forgery
  curl_setopt($ch, CURLOPT_URL, $q);
}
function m67($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.xxe
  simplexml_load_string($q, 'SimpleXMLElement', LIBXML_NOENT);
}
function m68($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.mail-header-injection
  mail('a', 'b', 'c', "From: $q");
}
function m69($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.upload-keeps-client-name
  move_uploaded_file($_FILES['f']['tmp_name'], '/srv/' . $_FILES['f']['name']);
}
function m70($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  try { throw new Exception($q); } catch (Exception $e) { mysqli_query($db, $e->getMessage()); }
}
function m71($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  if (1 > 2) mysqli_query($db, $q);
}
function m72($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, filter_input(INPUT_GET, 'a'));
}
function m73($db, $pdo, $ch) { $q = $_GET["q"];
  // ok: php.security.sql-injection
  mysqli_query($db, filter_input(INPUT_GET, 'a', FILTER_VALIDATE_INT));
}
function m74($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, $_SERVER['HTTP_USER_AGENT']);
}
function m75($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, $_COOKIE['a']);
}
function m76($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $GLOBALS['x'] = $q; mysqli_query($db, $GLOBALS['x']);
}
function m77($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  array_push($arr, $q); mysqli_query($db, $arr[0]);
}
function m78($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  $arr[] = $q; mysqli_query($db, $arr[0]);
}
function m80($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  mysqli_query($db, match (true) { default => $q });
}
function m81($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  parse_str($_SERVER['QUERY_STRING'], $o); mysqli_query($db, $o['a']);
}
function m82($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  preg_match('/(.*)/', $q, $m); mysqli_query($db, $m[1]);
}
function m84($db, $pdo, $ch) { $q = $_GET["q"];
  // ruleid: php.security.sql-injection
  compact('q'); mysqli_query($db, compact('q')['q']);
}
function static_($s, $db) { $t = $s; }
