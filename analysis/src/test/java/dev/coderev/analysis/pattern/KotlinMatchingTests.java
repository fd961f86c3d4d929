package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class KotlinMatchingTests {
  private final MatchTable kotlin = new MatchTable(Language.KOTLIN);

  @Test
  void knowsWhatImportsBringIn() {
    kotlin.check(
        "a.b.C.f(...)",
        """
        import a.b.C
        import a.b.C as D
        fun m() {
          C.f(1) //!
          D.f(2) //!
          a.b.C.f(3) //!
          E.f(4)
        }
        """);
    kotlin.check("import a.b.C", "import a.b.C //!\nimport a.b.D\n");
  }

  @Test
  void matchesDefinitions() {
    kotlin.check("fun $F(...) { ... }", "fun a(x: Int) { g(x) } //!\nval y = 1\n");
    kotlin.check("class $C { ... }", "class A { val x = 1 } //!\nval y = 1\n");
    kotlin.check("val $X = f(...)", "fun m() {\n  val a = f(1) //!\n  val b = g(1)\n}\n");
    kotlin.check("$X = f(...)", "fun m() {\n  val a = f(1) //!\n  b = f(2) //!\n  c = g(3)\n}\n");
  }

  @Test
  void matchesControlFlow() {
    kotlin.check("if ($X) { ... }", "fun m() {\n  if (a) { f() } //!\n  while (b) { f() }\n}\n");
    kotlin.check("while ($X) { ... }", "fun m() {\n  if (a) { f() }\n  while (b) { f() } //!\n}\n");
    kotlin.check(
        "for ($X in $Y) { ... }",
        "fun m() {\n  for (a in b) { f() } //!\n  while (b) { f() }\n}\n");
    kotlin.check(
        "try { ... } catch ($E: Exception) { ... }",
        "fun m() {\n  try { f() } catch (e: Exception) { g() } //!\n}\n");
    kotlin.check("throw $X", "fun m() {\n  throw a //!\n}\n");
  }

  @Test
  void knowsDeclaredTypes() {
    kotlin.check(
        "($X: Client).send(...)",
        """
        fun m(a: Client, b: Other) {
          a.send(1) //!
          b.send(1)
          val c: Client = make()
          c.send(2) //!
          val d = Client()
          d.send(3) //!
        }
        """);
  }

  @Test
  void foldsConstants() {
    kotlin.check(
        "f(\"ab\")",
        "const val A = \"a\" + \"b\"\nfun m() {\n  f(A) //!\n  f(\"ab\") //!\n  f(\"a\")\n}\n");
    kotlin.check("f(\"...\")", "fun m() {\n  f(\"a\") //!\n  f(b)\n}\n");
    kotlin.check("f(<... evil ...>)", "fun m() {\n  f(1 + g(evil)) //!\n  f(good)\n}\n");
    kotlin.check("f(\"...${$X}...\")", "fun m() {\n  f(\"a ${b}\") //!\n  f(\"a\")\n}\n");
    kotlin.check("$X!!", "fun m() {\n  f(a!!) //!\n  f(a)\n}\n");
    kotlin.check("$X as $T", "fun m() {\n  val b = a as C //!\n  f(a)\n}\n");
  }
}
