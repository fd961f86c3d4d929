package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTests {
  private static final String KEYS =
      """
      pattern-sources:
        - pattern: source(...)
      pattern-sinks:
        - pattern: sink(...)
      pattern-sanitizers:
        - pattern: good($VALUE)
          guards: $VALUE
        - pattern: bad($VALUE)
          guards: $VALUE
          when: false
        - pattern: check($A, $B)
          guards: [$A, $B]
        - pattern: $LIST.contains($VALUE)
          guards: $VALUE
          among: $LIST
        - pattern: $VALUE.matches($REGEX)
          guards: $VALUE
          matching: $REGEX
      """;

  private final TaintCase java = TaintCase.with(Language.JAVA, KEYS);
  private final TaintCase script = TaintCase.with(Language.JAVASCRIPT, KEYS);
  private final TaintCase go = TaintCase.with(Language.GO, KEYS);

  private static String method(String body) {
    return "class A { String p; void m(String p, boolean b) {\n" + body + "\n} }";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (good(x)) { sink(x); }",
        "if (!good(x)) { return; } sink(x);",
        "if (bad(x)) { throw new X(); } sink(x);",
        "if (b && good(x)) { sink(x); }",
        "if (!b || bad(x)) { return; } sink(x);",
        "if (good(x) == true) { sink(x); }",
        "if (good(x) != false) { sink(x); }",
        "boolean ok = good(x); if (ok) { sink(x); }",
        "boolean ok = false; if (good(x)) { ok = true; } if (ok) { sink(x); }",
        "String y = good(x) ? x : \"\"; sink(y);",
        "String y = x; if (good(y)) { sink(x); }",
        "String y = x; String z = y; if (good(z)) { sink(x); }",
        "if (good(x.trim())) { sink(x); }",
        "if (b && good(x) && sink(x)) { }",
        "while (!good(x)) { x = source(); } sink(x);",
        "if (check(x, p)) { sink(x); }",
        "if (x.equals(\"a\")) { sink(x); }",
        "if (\"a\".equals(x)) { sink(x); }",
        "if (Objects.equals(x, \"a\")) { sink(x); }",
        "if (x == \"a\" || x == \"b\") { sink(x); }",
        "switch (x) { case \"a\": sink(x); break; default: }",
        "List<String> l = List.of(\"a\", \"b\"); if (l.contains(x)) { sink(x); }",
        "if (x.matches(\"[a-z]+\")) { sink(x); }",
        "String r = \"[a-z]\" + \"+\"; if (x.matches(r)) { sink(x); }",
        "if (!good(x)) { System.exit(1); } sink(x);",
      })
  void aCheckedValueIsClean(String body) {
    assertThat(java.sinks(method("String x = source();\n" + body))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (!good(x)) { sink(x); }",
        "if (good(x)) { return; } sink(x);",
        "if (good(x)) { p = x; } sink(x);",
        "if (!good(x)) { log(x); } sink(x);",
        "if (b || good(x)) { sink(x); }",
        "if (!(b && bad(x))) { sink(x); }",
        "if (good(p)) { sink(x); }",
        "if (good(x)) { x = source(); sink(x); }",
        "boolean ok = good(x); x = source(); if (ok) { sink(x); }",
        "boolean ok = true; if (good(x)) { ok = b; } if (ok) { sink(x); }",
        "String y = x; x = source(); if (good(y)) { sink(x); }",
        "if (x.equals(p)) { sink(x); }",
        "if (!x.equals(\"a\")) { sink(x); }",
        "switch (x) { case \"a\": break; default: sink(x); }",
        "List<String> l = List.of(\"a\", x); if (l.contains(x)) { sink(x); }",
        "if (unknown.contains(x)) { sink(x); }",
        "if (x.matches(\".*\")) { sink(x); }",
        "if (x.matches(p)) { sink(x); }",
      })
  void anythingElseStaysTainted(String body) {
    assertThat(java.sinks(method("String x = source();\n" + body))).containsExactly("sink(x)");
  }

  @Test
  void whatIsReadAgainIsTheSamePlace() {
    assertThat(
            java.sinks(
                method(
                    "if (good(source(\"a\"))) { sink(source(\"a\")); } Req r = p; "
                        + "if (good(r.source(\"a\"))) { sink(r.name); }")))
        .containsExactly("sink(source(\"a\"))");
  }

  @Test
  void helpersHandTheirChecksOn() {
    String code =
        """
        class A {
          boolean ok(String s) { if (good(s)) { return true; } return false; }
          boolean not(String s) { return !good(s); }
          boolean any(String s) { return s.length() > 3; }
          void must(String s) { if (!good(s)) { throw new X(); } }
          void may(String s) { if (!good(s)) { log(s); } }
          void m() {
            String x = source();
            if (ok(x)) { sink(x, 1); }
            if (!not(x)) { sink(x, 2); }
            if (any(x)) { sink(x, 3); }
            may(x);
            sink(x, 4);
            must(x);
            sink(x, 5);
          }
        }
        """;
    assertThat(java.sinks(code)).containsExactly("sink(x, 3)", "sink(x, 4)");
  }

  @Test
  void fieldsAndElementsArePlaces() {
    String code =
        """
        function f(req) {
          const o = source();
          if (good(o.a)) { sink(o.a); sink(o.b); }
          if (good(o["k"])) { sink(o.k); }
          if (good(o.a)) { o.a = source(); sink(o.a, 2); }
        }
        """;
    assertThat(script.sinks(code)).containsExactly("sink(o.b)", "sink(o.a, 2)");
  }

  @Test
  void theRightSideOfAnOperatorRunsOnlyAfterTheLeft() {
    assertThat(script.sinks("function f() { const x = source(); good(x) && sink(x); }")).isEmpty();
    assertThat(script.sinks("function f() { const x = source(); bad(x) || sink(x); }")).isEmpty();
    assertThat(script.sinks("function f() { const x = source(); good(x) || sink(x); }"))
        .containsExactly("sink(x)");
  }

  @Test
  void callbacksThatFindOneSayWhatTheyFound() {
    String code =
        """
        const names = ["a", "b"];
        function f() {
          const x = source();
          if (names.some((n) => n === x)) { sink(x); }
          if (names.every((n) => n !== x)) { sink(x, 2); }
        }
        """;
    assertThat(script.sinks(code)).containsExactly("sink(x, 2)");
  }

  @Test
  void anErrorBesideTheResultSaysThatTheCheckFailed() {
    String code =
        """
        package a
        func check(s string) error {
          if bad(s) { return errors.New("bad") }
          return nil
        }
        func f() {
          x := source()
          if err := check(x); err != nil { sink(x, 1); return }
          sink(x, 2)
        }
        """;
    assertThat(go.sinks(code)).containsExactly("sink(x, 1)");
  }

  @Test
  void aCheckThatIsHandedOverSaysNothingOfOtherVariables() {
    String code =
        """
        class A {
          void m() {
            String x = source();
            String y = source();
            show(y, good(x));
            ask(good(y));
          }
          void show(String text, boolean ok) {
            if (ok) {
              sink(text);
            }
          }
          boolean ask(boolean ok) {
            return ok ? true : false;
          }
        }
        """;
    assertThat(java.sinks(code)).containsExactly("sink(text)");
  }
}
