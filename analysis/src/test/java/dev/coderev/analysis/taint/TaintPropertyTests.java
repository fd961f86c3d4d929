package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TaintPropertyTests {
  private static final List<String> UNRELATED =
      List.of(
          "int %s = 3;",
          "if (p == null) { other(); }",
          "for (int i = 0; i < 3; i++) { other(); }",
          "try { other(); } catch (Exception e) { other(); } finally { other(); }",
          "String %s = p + \"x\";",
          "switch (p) { case \"a\": break; default: other(); }",
          "Runnable %s = () -> other();");

  private static final List<String> STATEMENTS =
      List.of(
          "String a = source();",
          "java.util.List<String> l = new java.util.ArrayList<>();",
          "l.add(\"x\"); l.add(a);",
          "String b = pass(l.get(1));",
          "sink(b);",
          "sink(l.get(0));");

  private final TaintCase rule = TaintCase.in(Language.JAVA);

  @Property(tries = 40)
  void unrelatedStatementsChangeNothing(
      @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 6) Integer> added,
      @ForAll @IntRange(min = 0, max = 5) int place) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < STATEMENTS.size(); i++) {
      if (i == place) {
        for (int k = 0; k < added.size(); k++) {
          body.append(UNRELATED.get(added.get(k)).formatted("extra" + k)).append('\n');
        }
      }
      body.append(STATEMENTS.get(i)).append('\n');
    }
    String code =
        "class A { String pass(String x) { return x; } void m(String p) {\n" + body + "} }";
    assertThat(rule.sinks(code)).containsExactly("sink(b)");
    assertThat(rule.matches(code)).hasToString(rule.matches(code).toString());
  }
}
