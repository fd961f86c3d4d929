package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class PythonTaintTests {
  private final TaintCase rule = TaintCase.in(Language.PYTHON);

  @Test
  void followsInterpolationAndCompoundAssignment() {
    assertThat(
            rule.sinks(
                """
                def f():
                    a = source()
                    q = f"select {a}"
                    q += " limit 1"
                    sink(q)
                """))
        .containsExactly("sink(q)");
  }

  @Test
  void dictionariesKeepTheirKeysApart() {
    assertThat(
            rule.sinks(
                """
                d = {'a': 'x'}
                d['b'] = source()
                sink(d['a'])
                sink(d['b'])
                sink(d)
                del d['b']
                sink(d['b'])
                """))
        .containsExactly("sink(d['b'])", "sink(d)");
  }

  @Test
  void listsKeepTheirOrder() {
    assertThat(
            rule.sinks(
                """
                xs = []
                xs.append('safe')
                xs.append(source())
                xs.append('more')
                xs.pop(0)
                sink(xs[0])
                sink(xs[1])
                sink(xs[-1])
                sink(xs[0:1])
                """))
        .containsExactly("sink(xs[0])", "sink(xs[0:1])");
  }

  @Test
  void matchTakesTheCaseOfAConstantCharacter() {
    String code =
        """
        guess = "ABC"[%d]
        match guess:
            case 'A':
                x = source()
            case 'B' | 'D':
                x = 'b'
            case _:
                x = source()
        sink(x)
        """;
    assertThat(rule.sinks(code.formatted(1))).isEmpty();
    assertThat(rule.sinks(code.formatted(0))).containsExactly("sink(x)");
  }

  @Test
  void caseNamesTakePartsOfTheSubject() {
    assertThat(
            rule.sinks(
                """
                xs = [source(), 1]
                match xs:
                    case [a, b]:
                        sink(a)
                        sink(b)
                    case all:
                        sink(all)
                """))
        .containsExactly("sink(a)", "sink(all)");
  }

  @Test
  void followsComprehensionsLoopsAndUnpacking() {
    assertThat(
            rule.sinks(
                """
                xs = [y.strip() for y in source()]
                for x in xs:
                    sink(x)
                a, b = 1, source()
                sink(a)
                sink(b)
                """))
        .containsExactly("sink(x)", "sink(b)");
  }

  @Test
  void comparisonsAndLengthsCarryNothing() {
    assertThat(
            rule.sinks(
                """
                a = source()
                sink(a == 'x')
                sink(len(a))
                sink(a.startswith('x'))
                """))
        .isEmpty();
  }

  @Test
  void keywordAndRestArgumentsReachTheirParameters() {
    assertThat(
            rule.sinks(
                """
                def g(a, b='x', *rest, **named):
                    sink(a)
                    sink(b)
                    sink(rest)
                    sink(named['k'])
                g('x', b=source())
                """))
        .containsExactly("sink(b)");
    assertThat(
            rule.sinks(
                """
                def g(a, *rest, **named):
                    sink(a)
                    sink(rest)
                    sink(named['k'])
                g('x', source(), k='y')
                """))
        .containsExactly("sink(rest)");
  }

  @Test
  void objectsCarryTaintInTheirFields() {
    assertThat(
            rule.sinks(
                """
                class Box:
                    def __init__(self, value):
                        self.value = value
                        self.other = 'x'
                    def get(self):
                        return self.value
                    def put(self, value):
                        self.value = value
                b = Box(source())
                sink(b.get())
                sink(b.other)
                b.put('clean')
                sink(b.get())
                """))
        .containsExactly("sink(b.get())");
  }

  @Test
  void aTextBufferCollectsWhatIsWritten() {
    assertThat(
            rule.sinks(
                """
                out = io.StringIO()
                out.write('x')
                sink(out.getvalue())
                out.write(source())
                sink(out.getvalue())
                """))
        .containsExactly("sink(out.getvalue())");
  }

  @Test
  void exceptionsLeadFromAnywhereInATry() {
    assertThat(
            rule.sinks(
                """
                def f():
                    a = source()
                    try:
                        b = a
                        work()
                        b = 'x'
                    except Error as e:
                        sink(b)
                    else:
                        sink(b)
                    finally:
                        close()
                    sink(b)
                """))
        .hasSize(2);
  }

  @Test
  void attributesByNameAreFields() {
    assertThat(
            rule.sinks(
                """
                class C: pass
                c = C()
                setattr(c, 'a', source())
                sink(getattr(c, 'a'))
                sink(getattr(c, 'b', 'x'))
                """))
        .containsExactly("sink(getattr(c, 'a'))");
  }

  @Test
  void closuresSeeTheVariablesAround() {
    assertThat(
            rule.sinks(
                """
                def f():
                    a = source()
                    def g():
                        sink(a)
                    h = lambda x: sink(x)
                    h(a)
                """))
        .containsExactly("sink(a)", "sink(x)");
  }
}
