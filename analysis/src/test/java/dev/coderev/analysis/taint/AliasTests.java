package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class AliasTests {
  @Test
  void whatIsWrittenThroughOneNameIsReadThroughAnother() {
    String code =
        """
        class A {
          void m(boolean c) {
            Box a = new Box();
            Box b = a;
            b.text = source();
            sink(a.text, 1);
            a.text = "clean";
            sink(b.text, 2);
            Box d = c ? a : new Box();
            d.text = source();
            sink(a.text, 3);
            b = new Box();
            b.text = source();
            a.text = "clean";
            sink(a.text, 4);
          }
        }
        class Box { String text; Box next; }
        """;
    assertThat(TaintCase.in(Language.JAVA).sinks(code))
        .containsExactly("sink(a.text, 1)", "sink(a.text, 3)");
  }

  @Test
  void fieldsElementsAndListsShareTheirObjects() {
    String code =
        """
        class A {
          void m() {
            Box a = new Box();
            Box b = a.next;
            b.text = source();
            sink(a.next.text, 1);
            sink(a.text, 2);
            java.util.Map<String, java.util.List<String>> map = new java.util.HashMap<>();
            map.computeIfAbsent("k", k -> new java.util.ArrayList<>()).add(source());
            sink(map.get("k"), 3);
            sink(map.get("j"), 4);
            StringBuilder one = new StringBuilder();
            StringBuilder two = one.append("x");
            two.append(source());
            sink(one, 5);
            one.setLength(0);
            sink(one, 6);
          }
        }
        class Box { String text; Box next; }
        """;
    assertThat(TaintCase.in(Language.JAVA).sinks(code))
        .containsExactly("sink(a.next.text, 1)", "sink(map.get(\"k\"), 3)", "sink(one, 5)");
  }

  @Test
  void pointersReachWhatTheyPointTo() {
    String code =
        """
        package a
        type box struct { text string }
        func fill(p *string) { *p = source() }
        func named() (text string, n int) {
          text = source()
          return
        }
        func f() {
          t := "clean"
          p := &t
          *p = source()
          sink(t, 1)
          u := "clean"
          fill(&u)
          sink(u, 2)
          a := box{text: "clean"}
          b := a
          a.text = source()
          sink(b.text, 3)
          c := make(chan string)
          c <- source()
          sink(<-c, 4)
          x, n := named()
          sink(x, 5)
          sink(n, 6)
          s := make([]string, 1)
          copy(s, []string{source()})
          sink(s[0], 7)
        }
        """;
    assertThat(TaintCase.in(Language.GO).sinks(code))
        .containsExactly("sink(t, 1)", "sink(u, 2)", "sink(<-c, 4)", "sink(x, 5)", "sink(s[0], 7)");
  }

  @Test
  void referencesOfPhpAreOneVariableAndArraysAreCopied() {
    String code =
        """
        <?php
        function fill(&$a, $b) { $a = source(); $b = source(); }
        function f() {
          $x = 'clean';
          $y = &$x;
          $y = source();
          sink($x, 1);
          $p = ['clean'];
          $q = $p;
          $q[0] = source();
          sink($p[0], 2);
          $m = 'clean'; $n = 'clean';
          fill($m, $n);
          sink($m, 3);
          sink($n, 4);
          extract(source());
          sink($made, 5);
          unset($m);
          sink($m, 6);
          $all = compact('x');
          sink($all['x'], 7);
          $list = ['a', source(), 'b'];
          array_shift($list);
          sink($list[0], 8);
          sink($list[1], 9);
          sink(array_map('intval', $list), 10);
          parse_str(source(), $parsed);
          sink($parsed, 11);
          array_push($list, 'c');
          array_unshift($list, 'd');
          sink($list[0], 12);
        }
        """;
    assertThat(TaintCase.in(Language.PHP).sinks(code))
        .containsExactly(
            "sink($x, 1)",
            "sink($m, 3)",
            "sink($made, 5)",
            "sink($all['x'], 7)",
            "sink($list[0], 8)",
            "sink($parsed, 11)");
  }

  @Test
  void propertiesAreReadThroughTheirGetters() {
    String python =
        """
        class A:
            def __init__(self, text):
                self.text = text

            @property
            def shown(self):
                return self.text

        @dataclass
        class B:
            left: str
            right: str

        def f():
            sink(A(source()).shown, 1)
            b = B(source(), "clean")
            sink(b.left, 2)
            sink(b.right, 3)
            if 1 < 7 < 5:
                sink(source(), 4)
        """;
    assertThat(TaintCase.in(Language.PYTHON).sinks(python))
        .containsExactly("sink(A(source()).shown, 1)", "sink(b.left, 2)");
    String script =
        """
        class A {
          constructor(text) { this.text = text; }
          get shown() { return this.text; }
        }
        sink(new A(source()).shown, 1);
        sink(new A("clean").shown, 2);
        """;
    assertThat(TaintCase.in(Language.JAVASCRIPT).sinks(script))
        .containsExactly("sink(new A(source()).shown, 1)");
  }

  @Test
  void whatIsThrownReachesItsHandler() {
    String code =
        """
        class A {
          void m() {
            try {
              throw new IllegalStateException(source());
            } catch (IllegalStateException e) {
              sink(e.getMessage(), 1);
            }
            try {
              throw new IllegalStateException("clean");
            } catch (IllegalStateException e) {
              sink(e.getMessage(), 2);
            }
          }
        }
        """;
    assertThat(TaintCase.in(Language.JAVA).sinks(code)).containsExactly("sink(e.getMessage(), 1)");
  }

  @Test
  void argumentsThatAreSpreadFindTheirParameters() {
    String code =
        """
        def second(a, b, *rest, **named):
            return b

        def third(a, *rest):
            return rest[1]

        def key(**named):
            return named["k"]

        def f():
            args = ("clean", source())
            sink(second(*args), 1)
            sink(third("a", *args), 2)
            sink(third("a", "b", *("clean",)), 3)
            options = {"k": source(), "b": "clean"}
            sink(key(**options), 4)
            sink(second("a", **options), 5)
        """;
    assertThat(TaintCase.in(Language.PYTHON).sinks(code))
        .containsExactly(
            "sink(second(*args), 1)", "sink(third(\"a\", *args), 2)", "sink(key(**options), 4)");
  }
}
