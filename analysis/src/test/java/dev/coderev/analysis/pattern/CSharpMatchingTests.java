package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class CSharpMatchingTests {
  private final MatchTable csharp = new MatchTable(Language.CSHARP);

  @Test
  void knowsWhatImportsBringIn() {
    csharp.check(
        "System.IO.File.ReadAllText(...)",
        """
        using System.IO;
        class A {
          void M() {
            File.ReadAllText(a); //!
            System.IO.File.ReadAllText(b); //!
            Other.ReadAllText(c);
          }
        }
        """);
  }

  @Test
  void matchesCallsAndCreations() {
    String code =
        """
        class A {
          void M(Client c, string s) {
            var x = new SqlCommand("select " + s); //!
            var y = new Other("b");
          }
        }
        """;
    csharp.check("new SqlCommand(...)", code);
    csharp.check("new SqlCommand(\"...\" + $X)", code);
    csharp.check("$X = new SqlCommand(...);", code);
    csharp.check("$C.Send(...)", "class A { void M() {\n  c.Send(1); //!\n  c.Get();\n} }\n");
    csharp.check("f(name: $X)", "class A { void M() {\n  f(name: 1); //!\n  f(other: 1);\n} }\n");
  }

  @Test
  void knowsDeclaredTypes() {
    csharp.check(
        "(Client $X).Send(...)",
        """
        class A {
          private Client field;
          void M(Client a, Other b) {
            a.Send(1); //!
            b.Send(1);
            var c = new Client();
            c.Send(2); //!
            field.Send(3); //!
          }
        }
        """);
  }

  @Test
  void foldsConstants() {
    csharp.check(
        "f(\"ab\")",
        """
        class A {
          private const string Name = "a" + "b";
          void M() {
            f(Name); //!
            f("ab"); //!
            f(@"ab"); //!
            f("a");
          }
        }
        """);
  }

  @Test
  void matchesDefinitions() {
    csharp.check("class $C : Base { ... }", "class A : Base { int x; } //!\nclass B { }\n");
    csharp.check(
        "public $T $F(...) { ... }",
        "class A {\n  public int F(int a) { return a; } //!\n  private int G() { return 1; }\n}\n");
    csharp.check(
        "[HttpPost]\npublic $T $F(...) { ... }",
        "class A {\n  [HttpPost] public int F() { return 1; } //!\n  public int G() { return 1; }\n}\n");
  }

  @Test
  void matchesControlFlow() {
    csharp.check(
        "try { ... } catch ($T $E) { }",
        "class A { void M() {\n  try { f(); } catch (Exception e) { } //!\n  try { f(); } catch (Exception e) { g(); }\n} }\n");
    csharp.check(
        "using ($X = $Y) { ... }",
        "class A { void M() {\n  using (var a = b()) { f(); } //!\n  while (c) { }\n} }\n");
    csharp.check(
        "lock (this) { ... }",
        "class A { void M() {\n  lock (this) { f(); } //!\n  lock (a) { f(); }\n} }\n");
    csharp.check("throw $X;", "class A { void M() {\n  throw a; //!\n  f();\n} }\n");
  }

  @Test
  void looksDeepIntoExpressions() {
    csharp.check(
        "f(<... evil ...>)", "class A { void M() {\n  f(1 + g(evil)); //!\n  f(good);\n} }\n");
    csharp.check(
        "$\"...{$X}...\"", "class A { void M() {\n  f($\"a {b}\"); //!\n  f(\"a\");\n} }\n");
    csharp.check("$X ?? $Y", "class A { void M() {\n  x = a ?? b; //!\n  y = a;\n} }\n");
    csharp.check("($X) => ...", "class A { void M() {\n  f((a) => g(a)); //!\n  f(b);\n} }\n");
    csharp.check("await $X", "class A { async void M() {\n  await f(); //!\n  g();\n} }\n");
  }

  @Test
  void whatAFileUsesComesBeforeTheRest() {
    String code =
        """
        using System.Net;
        class A {
          public string Get(string host, int n) { //!
            var c = new Client();
            if (n > 1) { return c.Fetch(host).Text; }
            return null;
          }
          public string None(int n) { return null; }
        }
        """;
    MatchTable table = new MatchTable(Language.CSHARP);
    table.check("$T $F(..., $X, ...)\n{\n...\n... $C.Fetch(<... $X ...>);\n}", code);
    org.assertj.core.api.Assertions.assertThat(table.lines("using System.Net;\n...", code))
        .containsExactly(1);
  }
}
