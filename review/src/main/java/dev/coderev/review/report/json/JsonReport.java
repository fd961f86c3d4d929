package dev.coderev.review.report.json;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.Position;
import dev.coderev.review.report.fact.Statements;
import dev.coderev.review.report.fact.Titles;
import dev.coderev.review.result.ChangeSummary;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import java.io.OutputStream;
import java.util.Locale;
import java.util.TreeMap;

/** CodeRev's own report in JSON, described by {@code docs/report.schema.json}. */
public final class JsonReport {
  /** Grows in its second part when members are added, in its first when any change or go. */
  public static final String SCHEMA_VERSION = "1.0";

  /** What the {@code schema} member holds, by which a reader knows the format. */
  public static final String SCHEMA = "coderev-report";

  public void write(ReviewResult result, OutputStream out) {
    try (JsonOutput json = new JsonOutput(out)) {
      json.object(() -> document(result, json));
    }
  }

  private static void document(ReviewResult result, JsonOutput json) {
    json.string("schema", SCHEMA);
    json.string("schemaVersion", SCHEMA_VERSION);
    json.object(
        "tool",
        () -> {
          json.string("name", "CodeRev");
          json.string("version", result.toolVersion());
        });
    json.string("started", result.started().toString());
    json.number("durationMillis", result.duration().toMillis());
    json.string("root", result.root().toString());
    json.string("verdict", result.verdict().id());
    json.object(
        "counts",
        () -> {
          Statements.worstFirst()
              .forEach(severity ->
                  json.number(severity.id(), result.counts().getOrDefault(severity, 0)));
          json.number("total", result.active().size());
          json.number("suppressed", result.suppressed().size());
        });
    result.change().ifPresent(change -> json.object("change", () -> change(change, result, json)));
    json.array("findings", result.findings(), finding -> json.object(() -> finding(finding, json)));
    json.array("rules", result.rules().values(), rule -> json.object(() -> rule(rule, json)));
    json.object("coverage", () -> coverage(result.coverage(), json));
  }

  private static void change(ChangeSummary change, ReviewResult result, JsonOutput json) {
    json.string("description", change.description());
    json.number("score", result.score().value());
    json.number("added", change.added());
    json.number("removed", change.removed());
    json.array(
        "files",
        change.files(),
        file ->
            json.object(() -> {
              json.string("path", file.path());
              json.string("kind", file.kind().name().toLowerCase(Locale.ROOT));
              json.number("added", file.added());
              json.number("removed", file.removed());
            }));
  }

  private static void finding(Finding finding, JsonOutput json) {
    json.string("ruleId", finding.ruleId());
    json.string("severity", finding.severity().id());
    json.string("confidence", finding.confidence().id());
    json.string("title", Titles.of(finding.message(), 120));
    json.string("message", finding.message());
    json.string("fingerprint", finding.fingerprint());
    json.object("place", () -> place(finding.place(), json));
    if (!finding.metavariables().isEmpty()) {
      json.object(
          "metavariables", () -> new TreeMap<>(finding.metavariables()).forEach(json::string));
    }
    finding
        .flow()
        .ifPresent(
            flow -> json.array("flow", flow.steps(), step -> json.object(() -> step(step, json))));
    json.arrayUnlessEmpty("fix", finding.fix(), edit -> json.object(() -> edit(edit, json)));
    finding
        .suppression()
        .ifPresent(suppression ->
            json.object(
                "suppression",
                () -> {
                  json.string(
                      "kind",
                      switch (suppression.kind()) {
                        case IN_SOURCE -> "in-source";
                        case BASELINE -> "baseline";
                      });
                  json.string("reason", suppression.reason());
                }));
  }

  private static void place(Place place, JsonOutput json) {
    json.string("path", place.path());
    json.object("start", () -> position(place.start(), place.range().start(), json));
    json.object("end", () -> position(place.end(), place.range().end(), json));
    json.string("snippet", place.snippet());
    json.strings("lines", place.lines());
  }

  private static void position(Position position, int offset, JsonOutput json) {
    json.number("line", position.line());
    json.number("column", position.column());
    json.number("offset", offset);
  }

  private static void step(TaintFlow.Step step, JsonOutput json) {
    json.string("role", step.role().name().toLowerCase(Locale.ROOT));
    json.string("note", step.note());
    json.object("place", () -> place(step.place(), json));
  }

  private static void edit(TextEdit edit, JsonOutput json) {
    json.number("start", edit.range().start());
    json.number("end", edit.range().end());
    json.string("replacement", edit.replacement());
  }

  private static void rule(Rule rule, JsonOutput json) {
    json.string("id", rule.id());
    json.string("severity", rule.severity().id());
    json.string("confidence", rule.confidence().id());
    json.string("message", rule.message());
    json.string("category", rule.metadata().category());
    json.strings("languages", rule.languages().stream().sorted().map(Language::id).toList());
    json.strings("cwe", rule.metadata().cwe());
    json.strings("owasp", rule.metadata().owasp());
    json.strings("references", rule.metadata().references());
  }

  private static void coverage(Coverage coverage, JsonOutput json) {
    json.bool("complete", coverage.isComplete() && !coverage.examined().isEmpty());
    json.number("rules", coverage.rules());
    json.number("bytes", coverage.bytes());
    json.array("examined", coverage.examined(), file -> json.object(() -> examined(file, json)));
    json.array(
        "skipped",
        coverage.skipped(),
        skip ->
            json.object(() -> {
              json.string("path", skip.path());
              json.string("reason", skip.reason().id());
              json.string("detail", skip.detail());
            }));
    json.strings("notes", coverage.notes());
  }

  private static void examined(Coverage.Examined file, JsonOutput json) {
    json.string("path", file.path());
    json.string("language", file.language().id());
    json.number("bytes", file.bytes());
    json.number("lines", file.lines());
    json.bool("parsed", file.parsed());
    json.array(
        "notes",
        file.notes(),
        note ->
            json.object(() -> {
              json.number("line", note.line());
              json.string("message", note.message());
              if (note.omitted()) {
                json.bool("omitted", true);
              }
            }));
    json.array(
        "cuts",
        file.cuts(),
        cut ->
            json.object(() -> {
              json.string("ruleId", cut.ruleId());
              json.string("reason", cut.reason());
            }));
  }
}
