package dev.coderev.review.report.sarif;

import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.review.report.json.JsonOutput;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.result.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** How the run went: when, and everything that was not examined. */
final class SarifInvocation {
  private final SarifRules rules;
  private final JsonOutput json;

  /**
   * A notification. {@code path} and {@code ruleId} are empty, {@code line} 0 where none applies.
   */
  private record Notification(
      String kind, String level, String message, String path, int line, String ruleId) {}

  SarifInvocation(SarifRules rules, JsonOutput json) {
    this.rules = rules;
    this.json = json;
  }

  /** The kinds of notifications, declared once for the tool. */
  static void writeKinds(JsonOutput json) {
    json.array(
        "notifications",
        List.of(
            new String[] {"skipped", "A file or folder was not examined."},
            new String[] {"unparsable", "A file could not be parsed; only rules on text ran."},
            new String[] {"cut", "A rule was stopped on a file by a limit."},
            new String[] {"note", "Something worth knowing about a file or the run."}),
        kind ->
            json.object(() -> {
              json.string("id", kind[0]);
              SarifRules.text("shortDescription", kind[1], json);
            }));
  }

  void write(ReviewResult result) {
    json.bool("executionSuccessful", result.verdict() != Verdict.NOT_REVIEWED);
    json.string("startTimeUtc", result.started().truncatedTo(ChronoUnit.MILLIS).toString());
    json.string(
        "endTimeUtc",
        result.started().plus(result.duration()).truncatedTo(ChronoUnit.MILLIS).toString());
    json.array(
        "toolExecutionNotifications",
        notifications(result.coverage()),
        notification -> json.object(() -> write(notification)));
  }

  private static List<Notification> notifications(Coverage coverage) {
    List<Notification> all = new ArrayList<>();
    for (String note : coverage.notes()) {
      all.add(new Notification("note", "warning", note, "", 0, ""));
    }
    for (Coverage.Examined file : coverage.examined()) {
      for (FileOutcome.Note note : file.notes()) {
        all.add(
            new Notification(
                file.parsed() ? "note" : "unparsable",
                file.parsed() ? "note" : "warning",
                note.message(),
                file.path(),
                note.line(),
                ""));
      }
      for (FileOutcome.CutRule cut : file.cuts()) {
        all.add(new Notification("cut", "warning", cut.reason(), file.path(), 0, cut.ruleId()));
      }
    }
    for (FileOutcome.Skipped skip : coverage.skipped()) {
      boolean isLost =
          skip.reason() == SkipReason.UNREADABLE || skip.reason() == SkipReason.TOO_LARGE;
      all.add(
          new Notification(
              "skipped",
              isLost ? "warning" : "note",
              skip.reason().id() + ": " + skip.detail(),
              skip.path(),
              0,
              ""));
    }
    return all;
  }

  private void write(Notification notification) {
    json.object("descriptor", () -> json.string("id", notification.kind()));
    if (!notification.ruleId().isEmpty()) {
      json.object(
          "associatedRule",
          () -> {
            json.string("id", notification.ruleId());
            int index = rules.indexOf(notification.ruleId());
            if (index >= 0) {
              json.number("index", index);
            }
          });
    }
    json.string("level", notification.level());
    SarifRules.text("message", notification.message(), json);
    if (!notification.path().isEmpty()) {
      json.array(
          "locations",
          List.of(notification),
          _ -> json.object(() -> json.object("physicalLocation", () -> place(notification))));
    }
  }

  private void place(Notification notification) {
    json.object("artifactLocation", () -> SarifResults.artifactLocation(notification.path(), json));
    if (notification.line() > 0) {
      json.object("region", () -> json.number("startLine", notification.line()));
    }
  }
}
