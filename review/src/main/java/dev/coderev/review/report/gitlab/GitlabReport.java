package dev.coderev.review.report.gitlab;

import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.review.report.fact.Statements;
import dev.coderev.review.report.fact.Titles;
import dev.coderev.review.report.fact.Weakness;
import dev.coderev.review.report.json.JsonOutput;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.result.Verdict;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code gl-sast-report.json} of schema 15.0.2. Suppressed findings are left out. */
public final class GitlabReport {
  private static final String VERSION = "15.0.2";
  private static final Pattern OWASP = Pattern.compile("(A\\d{1,2}:\\d{4})\\s*-?\\s*(.*)");
  private static final int MAX_NAME = 255;

  /** What a finding is an example of. {@code url} may be empty. */
  private record Identifier(String type, String name, String value, String url) {}

  public void write(ReviewResult result, OutputStream out) {
    try (JsonOutput json = new JsonOutput(out)) {
      json.object(() -> {
        json.string("version", VERSION);
        json.object("scan", () -> scan(result, json));
        json.array(
            "vulnerabilities",
            result.active(),
            finding ->
                json.object(() ->
                    vulnerability(
                        finding, Optional.ofNullable(result.rules().get(finding.ruleId())), json)));
      });
    }
  }

  private static void scan(ReviewResult result, JsonOutput json) {
    json.object("analyzer", () -> tool(result, json));
    json.object("scanner", () -> tool(result, json));
    json.string("type", "sast");
    json.string("start_time", time(result.started()));
    json.string("end_time", time(result.started().plus(result.duration())));
    json.string("status", result.verdict() == Verdict.NOT_REVIEWED ? "failure" : "success");
    json.array(
        "messages",
        messages(result),
        message ->
            json.object(() -> {
              json.string("level", message.level());
              json.string("value", message.value());
            }));
  }

  private record Message(String level, String value) {}

  private static List<Message> messages(ReviewResult result) {
    List<Message> messages = new ArrayList<>();
    boolean isWhole = result.verdict() == Verdict.CLEAN || result.verdict() == Verdict.FINDINGS;
    messages.add(new Message(isWhole ? "info" : "warn", Statements.verdict(result)));
    Coverage coverage = result.coverage();
    Statements.incomplete(coverage)
        .forEach(file ->
            Statements.gaps(file)
                .forEach(gap -> messages.add(new Message("warn", file.path() + ": " + gap))));
    Statements.skips(coverage)
        .forEach(skip ->
            messages.add(
                new Message("info", "skipped as " + skip.getKey() + ": " + skip.getValue())));
    coverage.notes().stream()
        .filter(note -> !note.isEmpty())
        .forEach(note -> messages.add(new Message("warn", note)));
    return messages;
  }

  private static void tool(ReviewResult result, JsonOutput json) {
    json.string("id", "coderev");
    json.string("name", "CodeRev");
    json.string("version", result.toolVersion());
    json.object("vendor", () -> json.string("name", "CodeRev"));
  }

  private static String time(Instant instant) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
        .format(instant.atOffset(ZoneOffset.UTC));
  }

  private static void vulnerability(Finding finding, Optional<Rule> rule, JsonOutput json) {
    json.string("id", id(finding));
    json.string("category", "sast");
    json.string("name", Titles.of(finding.message(), MAX_NAME));
    json.string("description", finding.message().strip());
    json.string("severity", severity(finding));
    json.object(
        "location",
        () -> {
          json.string("file", finding.place().path());
          json.number("start_line", finding.place().start().line());
          json.number("end_line", finding.place().end().line());
        });
    json.array(
        "identifiers",
        identifiers(finding, rule),
        identifier -> json.object(() -> identifier(identifier, json)));
    json.arrayUnlessEmpty(
        "links",
        rule.map(r -> r.metadata().references()).orElse(List.of()).stream()
            .filter(link -> link.startsWith("https://") || link.startsWith("http://"))
            .toList(),
        link -> json.object(() -> json.string("url", link)));
    if (finding.confidence() == Confidence.LOW) {
      json.array(
          "flags", List.of(finding.ruleId()), ruleId -> json.object(() -> doubt(ruleId, json)));
    }
    json.object("tracking", () -> tracking(finding, json));
    finding.flow().ifPresent(flow -> json.object("details", () -> flow(flow, json)));
    json.string("raw_source_code_extract", finding.place().snippet());
  }

  private static String id(Finding finding) {
    return UUID.nameUUIDFromBytes(finding.fingerprint().getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private static String severity(Finding finding) {
    String id = finding.severity().id();
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }

  private static List<Identifier> identifiers(Finding finding, Optional<Rule> rule) {
    List<Identifier> identifiers = new ArrayList<>();
    identifiers.add(new Identifier("coderev_rule_id", finding.ruleId(), finding.ruleId(), ""));
    rule.ifPresent(known -> {
      for (Weakness weakness : Weakness.of(known)) {
        identifiers.add(
            new Identifier(
                "cwe", weakness.id(), Integer.toString(weakness.number()), weakness.page()));
      }
      for (String owasp : known.metadata().owasp()) {
        Matcher matcher = OWASP.matcher(owasp.strip());
        if (matcher.matches()) {
          identifiers.add(new Identifier("owasp", owasp.strip(), matcher.group(1), ""));
        }
      }
    });
    return identifiers;
  }

  private static void identifier(Identifier identifier, JsonOutput json) {
    json.string("type", identifier.type());
    json.string("name", identifier.name());
    json.string("value", identifier.value());
    if (!identifier.url().isEmpty()) {
      json.string("url", identifier.url());
    }
  }

  private static void doubt(String ruleId, JsonOutput json) {
    json.string("type", "flagged-as-likely-false-positive");
    json.string("origin", "coderev");
    json.string("description", "The rule " + ruleId + " reports this with low confidence.");
  }

  private static void tracking(Finding finding, JsonOutput json) {
    json.string("type", "source");
    json.array(
        "items",
        List.of(finding),
        _ ->
            json.object(() -> {
              json.string("file", finding.place().path());
              json.number("start_line", finding.place().start().line());
              json.number("end_line", finding.place().end().line());
              json.array(
                  "signatures",
                  List.of(finding.fingerprint()),
                  value ->
                      json.object(() -> {
                        json.string("algorithm", "hash");
                        json.string("value", value);
                      }));
            }));
  }

  private static void flow(TaintFlow flow, JsonOutput json) {
    json.object(
        "flow",
        () -> {
          json.string("type", "list");
          json.string("name", "Way of the data");
          json.array("items", flow.steps(), step -> json.object(() -> step(step, json)));
        });
  }

  private static void step(TaintFlow.Step step, JsonOutput json) {
    json.string("type", "file-location");
    json.string("file_name", step.place().path());
    json.number("line_start", step.place().start().line());
    json.number("line_end", step.place().end().line());
  }
}
