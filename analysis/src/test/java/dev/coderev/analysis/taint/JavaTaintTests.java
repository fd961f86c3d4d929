package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class JavaTaintTests {
  private final TaintCase rule = TaintCase.in(Language.JAVA);

  private static String method(String body) {
    return "class A { void m(String p) {\n" + body + "\n} }";
  }

  @Test
  void reportsTaintThroughAssignmentAndConcatenation() {
    assertThat(rule.sinks(method("String a = source(); String b = \"x\" + a; sink(b);")))
        .containsExactly("sink(b)");
  }

  @Test
  void aCleanValueCleansTheVariable() {
    assertThat(rule.sinks(method("String a = source(); a = \"x\"; sink(a);"))).isEmpty();
  }

  @Test
  void aSanitizerStopsTaint() {
    assertThat(rule.sinks(method("String a = clean(source()); sink(a);"))).isEmpty();
  }

  @Test
  void taintOfOneWayOfABranchStays() {
    assertThat(rule.sinks(method("String a = \"x\"; if (p.isEmpty()) { a = source(); } sink(a);")))
        .containsExactly("sink(a)");
  }

  @Test
  void aBranchThatIsNeverTakenCarriesNothing() {
    assertThat(
            rule.sinks(
                method(
                    """
                    int n = 106;
                    String a = (7 * 18) + n > 200 ? "safe" : source();
                    sink(a);
                    String b;
                    if ((500 / 42) + n > 200) b = "safe"; else b = source();
                    sink(b);
                    """)))
        .containsExactly("sink(b)");
  }

  @Test
  void aSwitchOnAConstantCharacterTakesItsCase() {
    String code =
        """
        String guess = "ABC"; char c = guess.charAt(%d); String a;
        switch (c) {
          case 'A': a = source(); break;
          case 'B': a = "bob"; break;
          case 'C': case 'D': a = source(); break;
          default: a = "x"; break;
        }
        sink(a);
        """;
    assertThat(rule.sinks(method(code.formatted(1)))).isEmpty();
    assertThat(rule.sinks(method(code.formatted(2)))).containsExactly("sink(a)");
  }

  @Test
  void mapsKeepTheirKeysApart() {
    assertThat(
            rule.sinks(
                method(
                    """
                    java.util.Map<String, String> map = new java.util.HashMap<>();
                    map.put("a", "x"); map.put("b", source());
                    sink(map.get("a"));
                    sink(map.get("b"));
                    """)))
        .containsExactly("sink(map.get(\"b\"))");
  }

  @Test
  void listsKeepTheirOrder() {
    assertThat(
            rule.sinks(
                method(
                    """
                    java.util.List<String> list = new java.util.ArrayList<>();
                    list.add("x"); list.add(source()); list.add("y");
                    list.remove(0);
                    sink(list.get(0));
                    sink(list.get(1));
                    """)))
        .containsExactly("sink(list.get(0))");
  }

  @Test
  void followsCallsWithinTheFile() {
    assertThat(
            rule.sinks(
                """
                class A {
                  void m() { String a = load(); render(new Inner().same(a)); }
                  String load() { return source(); }
                  void render(String page) { sink(page); }
                  class Inner { String same(String x) { String y = x; return y; } }
                }
                """))
        .containsExactly("sink(page)");
  }

  @Test
  void aMethodThatReturnsAConstantIsClean() {
    assertThat(
            rule.sinks(
                """
                class A {
                  void m() { sink(safe(source())); }
                  String safe(String x) { return "constant"; }
                }
                """))
        .isEmpty();
  }

  @Test
  void recursionComesToAnEnd() {
    assertThat(
            rule.sinks(
                """
                class A {
                  void m() { sink(twice(source(), 3)); }
                  String twice(String x, int n) { return n == 0 ? x : twice(x + x, n - 1); }
                }
                """))
        .containsExactly("sink(twice(source(), 3))");
  }

  @Test
  void tellsTheWay() {
    assertThat(
            rule.notes(
                """
                class A {
                  void m() { String a = source(); render(a); }
                  void render(String page) { String text = page + "!"; sink(text); }
                }
                """))
        .containsExactly("assigned to `a`", "passed to `render`", "assigned to `text`");
  }
}
