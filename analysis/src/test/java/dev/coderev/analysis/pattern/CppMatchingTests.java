package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class CppMatchingTests {
  private final MatchTable cpp = new MatchTable(Language.CPP);

  @Test
  void matchesCallsOfQualifiedNames() {
    cpp.check("std::move($X)", "void f() {\n  g(std::move(a)); //!\n  g(a);\n}\n");
    cpp.check("$X.push_back(...)", "void f() {\n  v.push_back(1); //!\n  v.size();\n}\n");
    cpp.check("new $T(...)", "void f() {\n  auto x = new A(1); //!\n  A y;\n}\n");
    cpp.check("delete $X", "void f() {\n  delete a; //!\n  g(a);\n}\n");
    cpp.check(
        "static_cast<$T>($X)", "void f() {\n  x = static_cast<int>(a); //!\n  y = g(a);\n}\n");
  }

  @Test
  void matchesClassesAndFunctions() {
    cpp.check("class $C { ... };", "class A { int x; }; //!\nint b;\n");
    cpp.check(
        "class $C : public Base { ... };", "class A : public Base { int x; }; //!\nclass B { };\n");
    cpp.check("$T $F(...) { ... }", "int f(int a) { return a; } //!\nint x;\n");
    cpp.check("namespace $N { ... }", "namespace a { int x; } //!\nint y;\n");
  }

  @Test
  void matchesControlFlow() {
    cpp.check(
        "try { ... } catch (...) { ... }",
        "void f() {\n  try { g(); } catch (...) { h(); } //!\n}\n");
    cpp.check(
        "for ($T $X : $Y) { ... }",
        "void f() {\n  for (int a : b) { g(a); } //!\n  while (x) {}\n}\n");
    cpp.check("throw $X;", "void f() {\n  throw a; //!\n  g(a);\n}\n");
    cpp.check("if ($X) { ... }", "void f() {\n  if (a) { g(); } //!\n  while (a) { g(); }\n}\n");
  }

  @Test
  void followsStatementsOverAnEllipsis() {
    cpp.check(
        """
        delete $P;
        ...
        $P->$M(...);
        """,
        """
        void f() {
          delete a; //!
          log();
          a->run();
        }
        void g() {
          delete b;
          a->run();
        }
        """);
  }

  @Test
  void looksDeepIntoExpressions() {
    cpp.check("f(<... evil ...>)", "void m() {\n  f(1 + g(evil)); //!\n  f(good);\n}\n");
    cpp.check("$X << $Y", "void m() {\n  a << b; //!\n  a >> b;\n}\n");
    cpp.check("f(\"a\" )", "void m() {\n  f(\"a\"); //!\n  f(\"b\");\n}\n");
    cpp.check("nullptr", "void m() {\n  f(nullptr); //!\n  f(0);\n}\n");
  }
}
