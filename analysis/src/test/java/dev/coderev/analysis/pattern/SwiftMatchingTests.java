package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class SwiftMatchingTests {
  private final MatchTable swift = new MatchTable(Language.SWIFT);

  @Test
  void matchesCallsWithLabels() {
    swift.check("f(a: $X, ...)", "f(a: 1, b: 2) //!\nf(c: 1)\n");
    swift.check("$X.load(...)", "a.load(1) //!\na.save(1)\n");
    swift.check("f(\"...\")", "f(\"a\") //!\nf(b)\n");
    swift.check("f(<... evil ...>)", "f(1 + g(evil)) //!\nf(good)\n");
    swift.check("$X!", "let b = a! //!\nlet c = a\n");
    swift.check("try! $X", "let b = try! f() //!\nlet c = f()\n");
    swift.check("$X as! $T", "let b = a as! C //!\nlet c = a\n");
  }

  @Test
  void matchesDefinitions() {
    swift.check("func $F(...) { ... }", "func a(x: Int) { g(x) } //!\nlet y = 1\n");
    swift.check("class $C { ... }", "class A { let x = 1 } //!\nlet y = 1\n");
    swift.check("let $X = f(...)", "let a = f(1) //!\nlet b = g(1)\n");
    swift.check("import $M", "import A //!\nlet b = 1\n");
  }

  @Test
  void matchesControlFlow() {
    swift.check("if $X { ... }", "if a { f() } //!\nwhile a { f() }\n");
    swift.check("while $X { ... }", "if a { f() }\nwhile a { f() } //!\n");
    swift.check("for $X in $Y { ... }", "for a in b { f() } //!\nwhile a { f() }\n");
    swift.check("guard $X else { ... }", "func m() {\n  guard a else { return } //!\n  f()\n}\n");
    swift.check("do { ... } catch { ... }", "do { f() } catch { g() } //!\nh()\n");
  }

  @Test
  void foldsConstants() {
    swift.check("f(\"ab\")", "let a = \"a\" + \"b\"\nf(a) //!\nf(\"ab\") //!\nf(\"a\")\n");
    swift.check("f(16)", "f(0x10) //!\nf(1_6) //!\nf(17)\n");
    swift.check("f(true)", "f(true) //!\nf(false)\n");
  }

  @Test
  void knowsDeclaredTypes() {
    swift.check(
        "($X: Client).send(...)",
        "func m(a: Client, b: Other) {\n  a.send(1) //!\n  b.send(1)\n  let c = Client()\n  c.send(2) //!\n}\n");
  }
}
