package dev.coderev.review.report.sarif;

import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.report.json.JsonOutput;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import java.io.OutputStream;
import java.util.List;

/**
 * The report in SARIF 2.1.0 with the properties that GitHub reads.
 *
 * <p>Fixes and {@code primaryLocationLineHash} need the text of the file; where it cannot be read
 * any more, they are left out.
 */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final SourceTexts sources;

  public SarifReport(SourceTexts sources) {
    this.sources = sources;
  }

  public void write(ReviewResult result, OutputStream out) {
    try (JsonOutput json = new JsonOutput(out)) {
      json.object(() -> {
        json.string("$schema", SCHEMA);
        json.string("version", "2.1.0");
        json.array("runs", List.of(result), run -> json.object(() -> run(run, json)));
      });
    }
  }

  private void run(ReviewResult result, JsonOutput json) {
    SarifRules rules = new SarifRules(result);
    json.object("tool", () -> json.object("driver", () -> driver(result, rules, json)));
    json.object(
        "automationDetails",
        () -> json.string("id", result.change().isPresent() ? "coderev/review/" : "coderev/scan/"));
    json.string("columnKind", "utf16CodeUnits");
    json.object(
        "originalUriBaseIds",
        () ->
            json.object(
                SarifUris.ROOT,
                () -> {
                  json.string("uri", SarifUris.base(result.root()));
                  SarifRules.text("description", "The root of the reviewed project.", json);
                }));
    json.array(
        "invocations",
        List.of(result),
        run -> json.object(() -> new SarifInvocation(rules, json).write(run)));
    rules.writeTaxonomies(json);
    json.array("results", result.findings(), new SarifResults(rules, sources, json)::write);
    json.object("properties", () -> properties(result, json));
  }

  private static void driver(ReviewResult result, SarifRules rules, JsonOutput json) {
    json.string("name", "CodeRev");
    json.string("fullName", "CodeRev " + result.toolVersion());
    json.string("version", result.toolVersion());
    if (result.toolVersion().matches("\\d+\\.\\d+\\.\\d+([-+].+)?")) {
      json.string("semanticVersion", result.toolVersion());
    }
    rules.write(json);
    SarifInvocation.writeKinds(json);
  }

  private static void properties(ReviewResult result, JsonOutput json) {
    Coverage coverage = result.coverage();
    json.string("verdict", result.verdict().id());
    json.object(
        "coverage",
        () -> {
          json.number("filesExamined", coverage.examined().size());
          json.number("filesSkipped", coverage.skipped().size());
          json.number("bytesExamined", coverage.bytes());
          json.number("rules", coverage.rules());
        });
    result
        .change()
        .ifPresent(change -> {
          json.string("change", change.description());
          json.number("score", result.score().value());
        });
  }
}
