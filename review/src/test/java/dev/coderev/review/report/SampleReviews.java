package dev.coderev.review.report;

import dev.coderev.analysis.engine.FileOutcome.CutRule;
import dev.coderev.analysis.engine.FileOutcome.Note;
import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.analysis.source.Language;
import dev.coderev.review.result.ChangeSummary.ChangedFile;
import dev.coderev.review.result.ChangeSummary.Kind;
import java.util.List;

/** Reviews that tests of reports share. */
public final class SampleReviews {
  public static final String ORDERS =
      """
      package shop;

      class Orders {
        Order find(HttpServletRequest request) throws SQLException {
          String id = request.getParameter("id");
          String query = "select * from orders where id = '" + id + "'";
          try (Statement statement = connection.createStatement()) {
            return read(statement.executeQuery(query));
          }
        }

        boolean isOwner(Order order, String name) {
          return order.owner() == name;
        }
      }
      """;
  public static final String SETTINGS =
      """
      import yaml

      TOKEN = "not-a-secret"  # coderev:ignore python.security.hardcoded-secret a test value

      def load(path):
      \twith open(path) as file:
      \t\treturn yaml.load(file)
      """;

  private SampleReviews() {}

  /** Findings of several kinds, and a coverage record with something of everything. */
  public static ReviewBuilder shop() {
    return rules(new ReviewBuilder())
        .file("src/main/java/shop/Orders.java", Language.JAVA, ORDERS)
        .file(
            "tools/settings.py",
            Language.PYTHON,
            SETTINGS,
            List.of(new Note(7, "an indentation that mixes tabs and blanks")),
            List.of())
        .skipped("node_modules", SkipReason.IGNORED, "by .gitignore")
        .skipped("web/app.min.js", SkipReason.MINIFIED, "lines too long to be written by hand")
        .skipped("logo.png", SkipReason.BINARY, "not a text file")
        .finding(
            "java.security.sql-injection",
            "src/main/java/shop/Orders.java",
            "statement.executeQuery(query)")
        .flow(
            "request.getParameter(\"id\")",
            "\"select * from orders where id = '\" + id + \"'\"",
            "statement.executeQuery(query)")
        .finding(
            "java.correctness.string-identity",
            "src/main/java/shop/Orders.java",
            "order.owner() == name")
        .fix("order.owner().equals(name)")
        .finding("python.security.unsafe-yaml", "tools/settings.py", "yaml.load(file)")
        .fix("yaml.safe_load(file)")
        .finding("python.security.hardcoded-secret", "tools/settings.py", "\"not-a-secret\"")
        .suppressed(Suppression.Kind.IN_SOURCE, "a test value");
  }

  /** The same as a change, with files that were not fully examined. */
  public static ReviewBuilder partlyReviewedChange() {
    return shop()
        .file(
            "src/main/java/shop/Huge.java",
            Language.JAVA,
            "class Huge {}\n",
            List.of(),
            List.of(new CutRule("java.security.sql-injection", "time limit of 5 s reached")))
        .unparsable("broken.go", Language.GO, "nested more than 3000 levels deep")
        .note("the rule my.rule was left out: it is written for the unknown language cobol")
        .change(
            "main...HEAD",
            new ChangedFile("src/main/java/shop/Orders.java", Kind.MODIFIED, 8, 2),
            new ChangedFile("tools/settings.py", Kind.ADDED, 7, 0),
            new ChangedFile("old.py", Kind.DELETED, 0, 31));
  }

  public static ReviewBuilder clean() {
    return new ReviewBuilder().file("a.py", Language.PYTHON, "print(1)\n");
  }

  public static ReviewBuilder notReviewed() {
    return new ReviewBuilder().skipped("a.bin", SkipReason.BINARY, "not a text file");
  }

  /** Names, messages and code that try to break out of every format. */
  public static ReviewBuilder hostile() {
    String path = "src/<script>alert(1)<|script> \u001B[31m'\"&`#%?\u202E.java";
    String line =
        "\u001B[2J\u001B]0;owned\u0007 </code></pre><script>alert('x')</script> ``` @team ]]>\u202E\u0000";
    return new ReviewBuilder()
        .rule(
            "evil.security.<b>rule</b>\u001B[5m",
            Severity.CRITICAL,
            Confidence.LOW,
            "<img src=x onerror=alert(1)> \u001B[31m ```\n# heading\n@everyone [x](javascript:alert(1)) \uD83D | cell",
            List.of("CWE-79: <b>XSS</b>", "no number"),
            List.of("A03:2021 - <i>Injection</i>"),
            List.of("javascript:alert(1)", "https://example.org/\"><script>alert(1)</script>"))
        .file(path, Language.JAVA, "first\n\t" + line + " 漢字 😀 end\nlast\n")
        .finding("evil.security.<b>rule</b>\u001B[5m", path, line)
        .fix("</code><script>alert(2)</script>\u001B[0m")
        .suppressed(Suppression.Kind.IN_SOURCE, "<script>alert(3)</script>\u001B[1m")
        .finding("evil.security.<b>rule</b>\u001B[5m", path, "漢字 😀")
        .flow("first", "漢字", "last")
        .skipped("<script>.bin", SkipReason.BINARY, "<b>not</b> text\u001B[31m")
        .note("<script>note</script>\u001B[31m");
  }

  private static ReviewBuilder rules(ReviewBuilder builder) {
    return builder
        .rule(
            "java.security.sql-injection",
            Severity.CRITICAL,
            Confidence.HIGH,
            "Text from a request becomes part of an SQL statement. Whoever sends the request can"
                + " read or change any data that the application can reach. Bind the value as a"
                + " parameter of a PreparedStatement.",
            List.of("CWE-89: Improper Neutralization of Special Elements used in an SQL Command"),
            List.of("A03:2021 - Injection"),
            List.of(
                "https://cheatsheetseries.owasp.org/cheatsheets/Query_Parameterization_Cheat_Sheet.html"))
        .rule(
            "java.correctness.string-identity",
            Severity.MEDIUM,
            Confidence.HIGH,
            "Strings are compared by identity. Two equal strings may be different objects. Use"
                + " equals.",
            List.of("CWE-597"),
            List.of(),
            List.of())
        .rule(
            "python.security.unsafe-yaml",
            Severity.HIGH,
            Confidence.MEDIUM,
            "A YAML document is loaded with all object types. A crafted document runs code. Use"
                + " `yaml.safe_load`.",
            List.of("CWE-502: Deserialization of Untrusted Data"),
            List.of("A08:2021 - Software and Data Integrity Failures"),
            List.of())
        .rule(
            "python.security.hardcoded-secret",
            Severity.HIGH,
            Confidence.LOW,
            "A secret stands in the source. Everyone who reads the source has it. Read it from"
                + " the environment.",
            List.of("CWE-798: Use of Hard-coded Credentials"),
            List.of(),
            List.of());
  }
}
