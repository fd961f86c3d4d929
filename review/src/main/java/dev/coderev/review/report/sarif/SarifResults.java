package dev.coderev.review.report.sarif;

import static dev.coderev.review.report.sarif.SarifRules.text;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.source.Position;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.review.report.code.LineHashes;
import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.report.json.JsonOutput;
import java.util.List;
import java.util.Optional;

/** The results of a run: one for each finding. */
final class SarifResults {
  private final SarifRules rules;
  private final SourceTexts sources;
  private final JsonOutput json;
  private Optional<HashedFile> hashed = Optional.empty();

  /** The hashes of the file that was needed last: findings come file by file. */
  private record HashedFile(SourceFile file, LineHashes hashes) {}

  SarifResults(SarifRules rules, SourceTexts sources, JsonOutput json) {
    this.rules = rules;
    this.sources = sources;
    this.json = json;
  }

  void write(Finding finding) {
    json.object(() -> members(finding));
  }

  private void members(Finding finding) {
    Optional<SourceFile> source = sources.holding(finding.place());
    json.string("ruleId", finding.ruleId());
    int index = rules.indexOf(finding.ruleId());
    if (index >= 0) {
      json.number("ruleIndex", index);
    }
    json.string("level", SarifRules.level(finding.severity()));
    text("message", withoutLinks(finding.message().strip()), json);
    json.array(
        "locations", List.of(finding.place()), place -> json.object(() -> physicalLocation(place)));
    json.object(
        "partialFingerprints",
        () -> {
          json.string("coderev/v1", finding.fingerprint());
          json.string(
              "primaryLocationLineHash",
              source.map(file -> hashes(file).of(finding.place().start().line())));
        });
    finding.flow().ifPresent(this::codeFlow);
    if (!finding.fix().isEmpty() && source.isPresent()) {
      json.array("fixes", List.of(finding), _ -> json.object(() -> fix(finding, source.get())));
    }
    json.arrayUnlessEmpty(
        "suppressions",
        finding.suppression().stream().toList(),
        suppression ->
            json.object(() -> {
              json.string(
                  "kind",
                  switch (suppression.kind()) {
                    case IN_SOURCE -> "inSource";
                    case BASELINE -> "external";
                  });
              json.string("status", "accepted");
              if (!suppression.reason().isBlank()) {
                json.string("justification", suppression.reason());
              }
            }));
    json.number("rank", rank(finding.severity()));
    json.object(
        "properties",
        () -> {
          json.string("severity", finding.severity().id());
          json.string("confidence", finding.confidence().id());
        });
  }

  /** In a message, {@code [text](address)} is a link; foreign text must not make one. */
  private static String withoutLinks(String message) {
    return message.replace("](", "\\](");
  }

  private LineHashes hashes(SourceFile file) {
    if (hashed.isEmpty() || hashed.get().file() != file) {
      hashed = Optional.of(new HashedFile(file, LineHashes.of(file.text())));
    }
    return hashed.get().hashes();
  }

  private void physicalLocation(Place place) {
    json.object(
        "physicalLocation",
        () -> {
          json.object("artifactLocation", () -> artifactLocation(place.path(), json));
          json.object("region", () -> region(place));
          if (!place.lines().isEmpty()) {
            json.object("contextRegion", () -> contextRegion(place));
          }
        });
  }

  static void artifactLocation(String path, JsonOutput json) {
    json.string("uri", SarifUris.of(path));
    if (SarifUris.isRelative(path)) {
      json.string("uriBaseId", SarifUris.ROOT);
    }
  }

  private void region(Place place) {
    positions(place.start(), place.end());
    json.number("charOffset", place.range().start());
    json.number("charLength", place.range().length());
    text("snippet", place.snippet(), json);
  }

  private void contextRegion(Place place) {
    int first = place.start().line();
    json.number("startLine", first);
    json.number("endLine", first + place.lines().size() - 1);
    text("snippet", String.join("\n", place.lines()), json);
  }

  private void positions(Position start, Position end) {
    json.number("startLine", start.line());
    json.number("startColumn", start.column());
    json.number("endLine", end.line());
    json.number("endColumn", end.column());
  }

  private void codeFlow(TaintFlow flow) {
    json.array(
        "codeFlows",
        List.of(flow),
        _ ->
            json.object(() ->
                json.array(
                    "threadFlows",
                    List.of(flow),
                    _ ->
                        json.object(() ->
                            json.array(
                                "locations",
                                flow.steps(),
                                step -> json.object(() -> flowLocation(step)))))));
  }

  private void flowLocation(TaintFlow.Step step) {
    json.object(
        "location",
        () -> {
          physicalLocation(step.place());
          text("message", step.note().isBlank() ? role(step) : step.note(), json);
        });
    json.strings("kinds", List.of(role(step)));
    json.string("importance", step.role() == TaintFlow.Role.STEP ? "important" : "essential");
  }

  private static String role(TaintFlow.Step step) {
    return switch (step.role()) {
      case SOURCE -> "source";
      case STEP -> "pass";
      case SINK -> "sink";
    };
  }

  private void fix(Finding finding, SourceFile file) {
    text("description", "The repair that the rule " + finding.ruleId() + " offers.", json);
    json.array(
        "artifactChanges",
        List.of(finding.place().path()),
        path ->
            json.object(() -> {
              json.object("artifactLocation", () -> artifactLocation(path, json));
              json.array(
                  "replacements",
                  finding.fix(),
                  edit -> json.object(() -> replacement(edit, file)));
            }));
  }

  private void replacement(TextEdit edit, SourceFile file) {
    json.object(
        "deletedRegion",
        () ->
            positions(file.positionAt(edit.range().start()), file.positionAt(edit.range().end())));
    text("insertedContent", edit.replacement(), json);
  }

  /** From 0 to 100, the most important the highest. */
  private static int rank(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 95;
      case HIGH -> 80;
      case MEDIUM -> 55;
      case LOW -> 30;
      case INFO -> 10;
    };
  }
}
