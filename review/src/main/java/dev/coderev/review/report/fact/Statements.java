package dev.coderev.review.report.fact;

import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentences that close every report: verdict, counts, coverage. */
public final class Statements {
  private Statements() {}

  /** What the review says as a whole, in one sentence. "Clean" only where all was examined. */
  public static String verdict(ReviewResult result) {
    List<Finding> active = result.active();
    long files = active.stream().map(finding -> finding.place().path()).distinct().count();
    String found = count(active.size(), "finding") + " in " + count(files, "file");
    return switch (result.verdict()) {
      case CLEAN -> "Clean: everything selected was examined and nothing was found.";
      case FINDINGS -> found + ". Everything selected was examined.";
      case PARTLY_REVIEWED -> {
        long cut = incomplete(result.coverage()).size();
        yield "Partly reviewed: "
            + (active.isEmpty() ? "no findings so far" : found)
            + ". "
            + count(cut, "file")
            + (cut == 1 ? " was" : " were")
            + " not fully examined.";
      }
      case NOT_REVIEWED ->
          result.change().filter(change -> change.files().isEmpty()).isPresent()
              ? "Nothing to review: the change is empty."
              : "Not reviewed: nothing could be examined.";
    };
  }

  /** {@code "1 critical, 2 high"}, the worst first; {@code "none"} where there are none. */
  public static String severities(ReviewResult result) {
    Map<Severity, Integer> counts = result.counts();
    String text =
        worstFirst().stream()
            .filter(severity -> counts.getOrDefault(severity, 0) > 0)
            .map(severity -> counts.get(severity) + " " + severity.id())
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "none" : text;
  }

  /** {@code "2 in the code, 5 in the baseline"}. */
  public static String suppressions(ReviewResult result) {
    Map<Suppression.Kind, Long> kinds = new EnumMap<>(Suppression.Kind.class);
    result.suppressed().stream()
        .flatMap(finding -> finding.suppression().stream())
        .forEach(suppression -> kinds.merge(suppression.kind(), 1L, Long::sum));
    return kinds.entrySet().stream()
        .map(entry ->
            entry.getValue()
                + switch (entry.getKey()) {
                  case IN_SOURCE -> " in the code";
                  case BASELINE -> " in the baseline";
                })
        .collect(Collectors.joining(", "));
  }

  /** How many files and folders were skipped, by reason, the most frequent reason first. */
  public static List<Map.Entry<String, Long>> skips(Coverage coverage) {
    return coverage.skipped().stream()
        .collect(Collectors.groupingBy(skip -> skip.reason().id(), Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  /** Files that were examined, but not by all rules to their end. */
  public static List<Coverage.Examined> incomplete(Coverage coverage) {
    return coverage.examined().stream().filter(file -> !file.isComplete()).toList();
  }

  /** Why a file was not fully examined, one reason each. */
  public static List<String> gaps(Coverage.Examined file) {
    List<String> gaps = new ArrayList<>();
    if (!file.parsed()) {
      String why =
          file.notes().stream().map(FileOutcome.Note::message).collect(Collectors.joining("; "));
      gaps.add("not parsed" + (why.isEmpty() ? "" : ": " + why));
    }
    file.notes().stream()
        .filter(FileOutcome.Note::omitted)
        .forEach(note -> gaps.add("line " + note.line() + ": " + note.message()));
    file.cuts().forEach(cut -> gaps.add(cut.ruleId() + " was stopped: " + cut.reason()));
    return gaps;
  }

  public static List<Severity> worstFirst() {
    return List.of(Severity.values()).reversed();
  }

  /** The worst first. */
  public static Comparator<Finding> bySeverity() {
    return Comparator.comparing(Finding::severity).reversed();
  }

  /** {@code "1 file"}, {@code "2 files"}. */
  public static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** {@code "3.4 kB"}, in powers of 1000. */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes / 1000.0;
    for (String unit : List.of("kB", "MB")) {
      if (value < 1000) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, unit);
      }
      value /= 1000;
    }
    return String.format(Locale.ROOT, "%.1f GB", value);
  }

  /** {@code "850 ms"}, {@code "1.2 s"}, {@code "2 min 5 s"}. */
  public static String duration(Duration duration) {
    if (duration.toMillis() < 1000) {
      return duration.toMillis() + " ms";
    }
    return duration.toMinutes() < 1
        ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }
}
