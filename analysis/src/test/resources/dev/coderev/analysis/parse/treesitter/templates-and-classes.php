<html><?= $x ?>
<?php
declare(strict_types=1);
namespace App\Models;
use Foo\Bar;
use Foo\{Baz as Q, function qux};
use function Foo\f;
const A = 1;
#[Attr(1)]
abstract class C extends D implements E, F {
  use T1, T2;
  const X = 1, Y = 2;
  public static ?int $a = 1, $b;
  private readonly string $s;
  public function __construct(private int $p = 1, ?string &$q, ...$rest) { parent::__construct($p); self::$a = 1; static::foo(); }
  abstract protected function m(int|string $a): ?array;
  public static function sm(): self { return new static; }
}
interface I extends J { public function n(); }
trait T { }
enum S: string { case A = 'a'; case B = 'b'; }
function f($a, int $b = 5) { global $g; static $n = 0; return $a . "hi $name {$a['k']} ${b} $o->p $a[0]\n" . 'raw\'s'; }
$x = array(1, 'a' => 2, ...$xs); $y = [1, 'k' => $v, &$r]; [$a, $b] = $c; list($d, , 'k' => $e) = $f; 
$o->foo($x, name: 1, ...$z)->bar; $o?->baz(); $o::CONST; C::m(); $cls::$prop; new C(1); new class(1) extends D { }; $f(1); ($g)(2); $o->$dyn(); $o->{$e};
if ($a && !$b || $c and $d) { } elseif ($e) { } else if ($f) { } else { }
if ($a): echo 1; elseif ($b): echo 2; else: echo 3; endif;
for ($i = 0, $j = 1; $i < 10; $i++, $j--) { continue 2; }
foreach ($xs as $k => $v) { break; } foreach ($xs as &$v): endforeach; foreach ($a as [$b, $c]) {}
while (true) { } do { } while ($a);
switch ($x) { case 1: case 2: foo(); break; default: bar(); }
$m = match(true) { $a, $b => 1, default => throw new E('x') };
try { throw new \Exception("x"); } catch (A | B $e) { } catch (C) { } finally { }
$fn = function($a) use ($b, &$c): int { return $a; }; $ar = fn($x) => $x * 2; $st = static fn() => 1;
echo $a, "b"; print $c; isset($a, $b[1]); unset($c); empty($d); exit(1); die("x"); eval($code); include 'x.php'; require_once __DIR__ . '/y.php';
$a .= 'x'; $a ??= 1; $b = $c ?? $d ?: $e ? 1 : 2; (int)$x; (string) $y; @$z; clone $o; $a instanceof C; $a <=> $b; $a ** 2; $i++; --$j; -$k; $x === null; $a = &$b; `ls $x`;
$h = <<<EOT
hello $name
  world
EOT;
$n = <<<'X'
raw $x
X;
goto end; end: yield $k => $v; yield from $g; TRUE; NULL; 1_000; 0xFF; 1.5e3; PHP_EOL; Foo\bar(); \strlen($x); namespace\x();
$a['x']['y'][] = $_GET['id']; $$dyn; "$a[key]"; "simple"; 
?>
<b><?php foreach($a as $b): ?>x<?php endforeach; ?></b>
