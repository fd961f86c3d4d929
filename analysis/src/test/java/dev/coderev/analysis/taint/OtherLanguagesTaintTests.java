package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class OtherLanguagesTaintTests {
  @Test
  void goFollowsShadowingMethodsMapsAndRanges() {
    assertThat(
            TaintCase.in(Language.GO)
                .sinks(
                    """
                    package main
                    type T struct { name string }
                    func (t *T) show(x string) { sink(x) }
                    func f(t *T) {
                      a := "x"
                      if true {
                        a := source()
                        t.show(a)
                      }
                      sink(a)
                      m := map[string]string{"k": source(), "l": "x"}
                      sink(m["l"])
                      delete(m, "k")
                      sink(m["k"])
                      xs := []string{}
                      xs = append(xs, source())
                      for _, v := range xs { sink(v) }
                      b, err := load(source())
                      if err != nil { goto out }
                      sink(b)
                    out:
                      return
                    }
                    """))
        .containsExactly("sink(x)", "sink(v)", "sink(b)");
  }

  @Test
  void rubyFollowsBareCallsBlocksAndAppending() {
    assertThat(
            TaintCase.in(Language.RUBY)
                .sinks(
                    """
                    class C
                      def show
                        sink(data)
                        q = "select "
                        q << data
                        sink(q)
                        data.each { |x| sink(x) }
                      end
                      def data
                        source()
                      end
                    end
                    """))
        .hasSize(3);
  }

  @Test
  void kotlinFollowsScopeFunctionsAndWhen() {
    assertThat(
            TaintCase.in(Language.KOTLIN)
                .sinks(
                    """
                    fun f(n: Int) {
                      val a = source()
                      a.let { sink(it) }
                      val b = when (n) { 1 -> a; else -> "x" }
                      sink(b)
                      val c = if (n > 1) "y" else "z"
                      sink(c)
                    }
                    """))
        .containsExactly("sink(it)", "sink(b)");
  }

  @Test
  void phpKeepsFunctionsApart() {
    assertThat(
            TaintCase.in(Language.PHP)
                .sinks(
                    """
                    <?php
                    $id = source();
                    function g($id) { sink($id); }
                    function h() { $id = "x"; sink($id); }
                    g("y");
                    sink("a" . $id);
                    """))
        .containsExactly("sink(\"a\" . $id)");
  }

  @Test
  void csharpFollowsPropertiesAndPatterns() {
    assertThat(
            TaintCase.in(Language.CSHARP)
                .sinks(
                    """
                    class C {
                      string Name { get { return source(); } }
                      void F(object o) {
                        object a = source();
                        if (a is string s) { sink(s); }
                        var d = new Dictionary<string, string>();
                        d.Add("k", "x");
                        sink(d["k"]);
                      }
                    }
                    """))
        .containsExactly("sink(s)");
  }

  @Test
  void cCallsPrototypesWithoutLosingTaint() {
    assertThat(
            TaintCase.in(Language.C)
                .sinks(
                    """
                    char *copy(char *p);
                    void show(char *p) { sink(p); }
                    void f(void) {
                      char *a = source();
                      show(copy(a));
                      int n = strlen(a);
                      sink(n);
                    }
                    """))
        .containsExactly("sink(p)");
  }

  @Test
  void rustReturnsItsLastValue() {
    assertThat(
            TaintCase.in(Language.RUST)
                .sinks(
                    """
                    fn load() -> String { source() }
                    fn main() { let a = load(); match a { x => sink(x), } }
                    """))
        .containsExactly("sink(x)");
  }

  @Test
  void swiftFollowsCalls() {
    assertThat(
            TaintCase.in(Language.SWIFT)
                .sinks("func g(x: String) { sink(x) }\nlet a = source()\ng(x: a)\n"))
        .containsExactly("sink(x)");
  }
}
