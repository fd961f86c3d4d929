package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

/** Rules that suspect whatever is not spelled out in the code. */
class SafeConstantsTests {
  private static final String KEYS =
      """
      options: {taint_assume_safe_constants: true}
      pattern-sources:
        - exact: true
          patterns: [{pattern: load($D)}, {focus-metavariable: $D}]
      pattern-sinks:
        - pattern: load($D)
      pattern-sanitizers:
        - pattern: trusted(...)
      """;

  private static TaintCase in(Language language) {
    return TaintCase.with(language, KEYS);
  }

  @Test
  void whatComesFromElsewhereIsSuspected() {
    assertThat(
            in(Language.PYTHON)
                .sinks(
                    """
                    def f(a):
                        load(a)
                        load(open("x").read())
                        load("n: " + a)
                        load(["x", a][1])
                    """))
        .hasSize(4);
    assertThat(in(Language.JAVASCRIPT).sinks("function f(a) { load(`n: ${a}`); load(get()); }"))
        .hasSize(2);
    assertThat(in(Language.PHP).sinks("<?php function f($a) { load($a . 'x'); load(get()); }"))
        .hasSize(2);
  }

  @Test
  void constantsMayComeALongWay() {
    assertThat(
            in(Language.PYTHON)
                .sinks(
                    """
                    D = {"own": "a: 1"}

                    def stands():
                        return "b: 2"

                    def escaped(text):
                        out = ""
                        for c in text:
                            out += c if c.isalnum() else hex(ord(c))[2:]
                        return out

                    def f(a, n):
                        load(D["own"])
                        load(stands())
                        load("x" if 7 * 42 - 86 > 200 else a)
                        load(escaped("k: v"))
                        load("c: 3".replace("3", "4").encode("utf-8"))
                        load(["x", "y"][n])
                        load(trusted(a))
                    """))
        .isEmpty();
    assertThat(
            in(Language.JAVASCRIPT)
                .sinks(
                    """
                    function f(a, n) {
                      const known = { own: "a" };
                      load(known.own);
                      load(n ? "a" : "b");
                      load(`${"a"}-${["b", "c"][n]}`);
                      load(encodeURIComponent("a b"));
                    }
                    """))
        .isEmpty();
    assertThat(
            in(Language.PHP)
                .sinks(
                    """
                    <?php
                    function f($a, $n) {
                      $d = ['x' => 'a', 'y' => $a];
                      load($d['x']);
                      load(strtolower('A') . "b");
                      load($n ? 'a' : 'b');
                    }
                    """))
        .isEmpty();
    assertThat(
            in(Language.JAVA)
                .sinks(
                    """
                    class A {
                      void f(String a, boolean n) {
                        String d = n ? "a" : "b";
                        load(d);
                        load(String.format("%s-%s", d, "x"));
                        load("a".trim().concat("b"));
                      }
                    }
                    """))
        .isEmpty();
    assertThat(
            in(Language.GO)
                .sinks(
                    """
                    package a
                    func f(a string, n bool) {
                      d := "x"
                      if n { d = "y" }
                      load(d)
                      load(fmt.Sprintf("%s-%s", d, "z"))
                      load(strings.ToLower("A"))
                    }
                    """))
        .isEmpty();
  }
}
