package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class ScalaMatchingTests {
  private final MatchTable scala = new MatchTable(Language.SCALA);

  @Test
  void takesParametersOfFunctionsAndWhatTheyAre() {
    scala.check(
        """
        def $F(..., $X: String, ...) = Action {
          ...
        }
        """,
        """
        object O {
          def a(n: Int, s: String) = Action { //!
            run(s)
          }
          def b(s: String) = Action { request => run(s) } //!
          def c(s: Int) = Action { run(s) }
          def d(s: String) = { run(s) }
        }
        """);
  }

  @Test
  void knowsParametersInBraces() {
    scala.check(
        """
        Action.async(...) {
          $R: Request[$T] =>
            ...
            use($R)
            ...
        }
        """,
        """
        class C @Inject() (ws: Client) {
          def a = Action.async(json) { r: Request[Text] => //!
            log(1)
            use(r)
          }
          def b = Action.async(json) { r: Request[Text] =>
            use(other)
          }
        }
        """);
  }

  @Test
  void findsInterpolatedTexts() {
    scala.check(
        "sql\"...\"",
        """
        val a = sql"select $x" //!
        val b = s"select $x"
        val c = sql"select 1" //!
        """);
  }

  @Test
  void anImportMayNameMore() {
    scala.check(
        "import slick.$X",
        """
        import slick.jdbc.Result //!
        import slick.{A, B} //!
        import slick.dbio._ //!
        import other.slick
        """);
  }

  @Test
  void seesCallsInAllShapes() {
    String code =
        """
        val p = Seq("a", x).! //!
        Seq("b").map(_ + 1)
        new Runner(1, k = 2).start()
        """;
    scala.check("Seq(...).!", code);
    assertThat(scala.lines("new Runner(..., k = $V, ...)", code)).containsExactly(3);
  }
}
