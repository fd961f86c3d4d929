package dev.coderev.server.analysis.engine;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.review.report.fact.Titles;
import dev.coderev.server.analysis.DetectedIssue;
import java.util.List;
import java.util.Optional;

/** Findings of the engine in the words of the API. */
final class IssueWording {
  private static final int TITLE_LENGTH = 120;

  private IssueWording() {}

  static DetectedIssue of(Finding finding, Optional<Rule> rule) {
    Place place = finding.place();
    List<String> cwe =
        rule.map(r -> r.metadata().cwe()).orElse(List.of()).stream()
            .map(Weaknesses::id)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    String rest = Titles.rest(finding.message(), TITLE_LENGTH);
    return new DetectedIssue(
        finding.ruleId(),
        finding.severity().id(),
        category(rule.map(r -> r.metadata().category()).orElse("")),
        Weaknesses.type(cwe),
        Titles.of(finding.message(), TITLE_LENGTH),
        finding.message().strip(),
        place.path(),
        place.start().line(),
        place.start().column(),
        place.end().line(),
        place.end().column(),
        String.join("\n", place.lines()),
        rest.isEmpty() ? Optional.empty() : Optional.of(rest),
        !finding.fix().isEmpty(),
        finding.fingerprint(),
        switch (finding.confidence()) {
          case HIGH -> 0.95;
          case MEDIUM -> 0.85;
          case LOW -> 0.6;
        },
        cwe,
        rule.map(r -> r.metadata().owasp()).orElse(List.of()),
        finding.isSuppressed());
  }

  private static String category(String written) {
    return switch (written) {
      case "security", "performance", "maintainability", "style" -> written;
      case "correctness", "bug" -> "bug";
      default -> "best_practice";
    };
  }
}
