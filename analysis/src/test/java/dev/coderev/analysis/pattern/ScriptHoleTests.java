package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

/** Holes in the text, markup, spreads and regular expressions of scripting languages. */
class ScriptHoleTests {
  private final MatchTable javascript = new MatchTable(Language.JAVASCRIPT);
  private final MatchTable python = new MatchTable(Language.PYTHON);

  @Test
  void ellipsesAroundAnInterpolationStandForAnyTextAndForNone() {
    javascript.check(
        "f(`...${$X}...`)",
        """
        f(`a ${x} b`); //!
        f(`${x}`); //!
        f(`a ${x} b ${y}`); //!
        f(`a`);
        f("a" + x);
        """);
    python.check(
        "f(f'...{$X}...')",
        """
        f(f"a {x} b")  #!
        f(f"{x}")  #!
        f(f"a")
        f("a {x}")
        """);
  }

  @Test
  void markupMatchesByTagAndAttributes() {
    javascript.check(
        "<$TAG ... key={$KEY} ... />",
        """
        const a = <Row key={i} row={r} />; //!
        const b = <Row row={r} key={i} />; //!
        const c = <Row row={r} />;
        """);
    javascript.check(
        "<a ... target=\"_blank\" ...>...</a>",
        """
        const a = <a href={u} target="_blank">one</a>; //!
        const b = <a target="_blank"></a>; //!
        const c = <a href={u}>two</a>;
        const d = <b target="_blank">three</b>;
        """);
  }

  @Test
  void dotsBeforeANameSpreadIt() {
    javascript.check(
        "g({ ...$ALL, ... })",
        """
        g({ ...all, a: 1 }); //!
        g({ ...all }); //!
        g({ all, a: 1 });
        """);
  }

  @Test
  void regularExpressionsMatchByHole() {
    javascript.check("/.../", "a(/x+/); //!\nb('x+');\n");
    javascript.check("f(/$X/, /$X/)", "f(/a/, /a/); //!\nf(/a/, /b/);\n");
  }

  @Test
  void modifiersOfAFunctionPatternCountForArrowFunctionsToo() {
    javascript.check(
        "async function $F(...) { ... }",
        """
        const a = async (x) => { f(x); }; //!
        async function b() {} //!
        const c = (x) => { f(x); };
        function d() {}
        """);
  }

  @Test
  void aDecoratedFunctionPatternWantsTheDecorator() {
    python.check(
        "@a.b\ndef $F(...): ...",
        """
        @a.b  #!
        def f(): pass
        @c
        def g(): pass
        table = {"h": lambda x: x}
        k = lambda x: x
        """);
  }
}
