package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class CMatchingTests {
  private final MatchTable c = new MatchTable(Language.C);

  @Test
  void matchesCallsAndTheirArguments() {
    String code =
        """
        void f(char *s) {
          strcpy(buffer, s); //!
          strncpy(buffer, s, 3);
          x = strcpy(a, b); //!
        }
        """;
    c.check("strcpy(...)", code);
    c.check("strcpy($A, $B)", code);
  }

  @Test
  void matchesDefinitionsAndDeclarations() {
    c.check("int $F(...) { ... }", "int f(int a) { return a; } //!\nvoid g(void) {}\n");
    c.check("char $X[$N];", "void f() {\n  char a[10]; //!\n  char b;\n}\n");
    c.check("struct $S { ... };", "struct a { int x; }; //!\nint b;\n");
    c.check("$T *$X = malloc(...);", "void f() {\n  int *p = malloc(4); //!\n  int q = 4;\n}\n");
    c.check(
        "$X = malloc(...);", "void f() {\n  int *p = malloc(4); //!\n  q = malloc(5); //!\n}\n");
  }

  @Test
  void followsStatementsOverAnEllipsis() {
    c.check(
        """
        free($P);
        ...
        free($P);
        """,
        """
        void f() {
          free(a); //!
          log();
          free(a);
        }
        void g() {
          free(a);
          free(b);
        }
        """);
  }

  @Test
  void matchesPointersAndFields() {
    c.check("$X->y", "void f() {\n  a->y = 1; //!\n  a.z = 2;\n}\n");
    c.check("*$X", "void f() {\n  x = *a; //!\n  y = &a;\n}\n");
    c.check("&$X", "void f() {\n  x = *a;\n  y = &a; //!\n}\n");
    c.check("sizeof($X)", "void f() {\n  x = sizeof(a); //!\n  y = g(a);\n}\n");
    c.check("(char) $X", "void f() {\n  x = (char) a; //!\n  y = (int) a;\n}\n");
    c.check("$A[$I]", "void f() {\n  x = a[i]; //!\n  y = a;\n}\n");
  }

  @Test
  void matchesControlFlow() {
    c.check(
        "for (...; ...; ...) { ... }",
        "void f() {\n  for (i = 0; i < 3; i++) { g(); } //!\n  while (a) { g(); }\n}\n");
    c.check("while ($X) { ... }", "void f() {\n  while (a) { g(); } //!\n  if (a) { g(); }\n}\n");
    c.check(
        "if ($X = $Y) { ... }",
        "void f() {\n  if (a = b) { g(); } //!\n  if (a == b) { g(); }\n}\n");
    c.check("do { ... } while ($X);", "void f() {\n  do { g(); } while (a); //!\n}\n");
    c.check("switch ($X) { ... }", "void f() {\n  switch (a) { case 1: g(); } //!\n}\n");
    c.check("return $X;", "int f() {\n  return 1; //!\n}\n");
  }

  @Test
  void foldsConstants() {
    c.check("g(16)", "void f() {\n  g(0x10); //!\n  g(020); //!\n  g(4 * 4); //!\n  g(15);\n}\n");
    c.check("g(\"...\")", "void f() {\n  g(\"a\"); //!\n  g(b);\n}\n");
    c.check("g($X, \"=~/%s/\")", "void f() {\n  g(a, \"x %s\"); //!\n  g(a, \"x\");\n}\n");
  }

  @Test
  void findsIncludes() {
    c.check("#include <stdio.h>", "#include <stdio.h> //!\n#include <stdlib.h>\n");
  }

  @Test
  void knowsDeclaredTypes() {
    c.check(
        "g((int $X))",
        "void f(int a, long b) {\n  g(a); //!\n  g(b);\n  int d = 1;\n  g(d); //!\n}\n");
  }
}
