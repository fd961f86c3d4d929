package dev.coderev.review.report;

import dev.coderev.analysis.engine.FileOutcome.CutRule;
import dev.coderev.analysis.engine.FileOutcome.Note;
import dev.coderev.analysis.engine.FileOutcome.Skipped;
import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.rule.Formula;
import dev.coderev.analysis.rule.PathFilter;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleMetadata;
import dev.coderev.analysis.rule.RuleMode;
import dev.coderev.analysis.rule.RulePlace;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.result.ChangeSummary;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A review made up for a test: files with texts, rules, and findings named by the code they mark.
 */
public final class ReviewBuilder {
  private final Map<String, SourceFile> files = new LinkedHashMap<>();
  private final List<Coverage.Examined> examined = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final TreeMap<String, Rule> rules = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private Optional<ChangeSummary> change = Optional.empty();
  private Path root = Path.of("/project/shop");

  public ReviewBuilder root(Path folder) {
    root = folder;
    return this;
  }

  /** A file that was examined to its end. */
  public ReviewBuilder file(String path, Language language, String text) {
    return file(path, language, text, List.of(), List.of());
  }

  public ReviewBuilder file(
      String path, Language language, String text, List<Note> fileNotes, List<CutRule> cuts) {
    SourceFile file = new SourceFile(path, language, text);
    files.put(path, file);
    examined.add(
        new Coverage.Examined(
            path,
            language,
            text.getBytes(StandardCharsets.UTF_8).length,
            file.lineCount(),
            true,
            fileNotes,
            cuts));
    return this;
  }

  public ReviewBuilder unparsable(String path, Language language, String reason) {
    examined.add(
        new Coverage.Examined(
            path, language, 10, 0, false, List.of(new Note(0, reason)), List.of()));
    return this;
  }

  public ReviewBuilder skipped(String path, SkipReason reason, String detail) {
    skipped.add(new Skipped(path, reason, detail));
    return this;
  }

  public ReviewBuilder note(String note) {
    notes.add(note);
    return this;
  }

  public ReviewBuilder change(String description, ChangeSummary.ChangedFile... changed) {
    change = Optional.of(new ChangeSummary(description, List.of(changed)));
    return this;
  }

  public ReviewBuilder rule(
      String id,
      Severity severity,
      Confidence confidence,
      String message,
      List<String> cwe,
      List<String> owasp,
      List<String> references) {
    String category = id.contains(".security.") ? "security" : "correctness";
    RulePlace place = new RulePlace("rules.yaml", 1, 1);
    rules.put(
        id,
        new Rule(
            id,
            Set.of(Language.JAVA),
            false,
            message,
            severity,
            confidence,
            new RuleMetadata(category, cwe, owasp, references, Map.of()),
            new RuleMode.Search(new Formula.Code("$X", place)),
            Optional.empty(),
            PathFilter.ALL,
            Map.of(),
            place));
    return this;
  }

  /** A finding of a rule at the first occurrence of {@code code} in the file. */
  public ReviewBuilder finding(String ruleId, String path, String code) {
    Rule rule = rules.get(ruleId);
    Place place = place(path, code);
    findings.add(
        new Finding(
            ruleId,
            rule.severity(),
            rule.confidence(),
            place,
            rule.message(),
            fingerprint(ruleId + path + code + findings.size()),
            Map.of(),
            Optional.empty(),
            List.of(),
            Optional.empty()));
    return this;
  }

  /** Gives the last finding a flow over these places in its file. */
  public ReviewBuilder flow(String... code) {
    Finding last = findings.removeLast();
    List<TaintFlow.Step> steps = new ArrayList<>();
    for (int i = 0; i < code.length; i++) {
      TaintFlow.Role role =
          i == 0
              ? TaintFlow.Role.SOURCE
              : i == code.length - 1 ? TaintFlow.Role.SINK : TaintFlow.Role.STEP;
      String what =
          switch (role) {
            case SOURCE -> "comes from the request";
            case STEP -> "is passed on";
            case SINK -> "is used here";
          };
      steps.add(new TaintFlow.Step(role, place(last.place().path(), code[i]), what));
    }
    findings.add(
        new Finding(
            last.ruleId(),
            last.severity(),
            last.confidence(),
            last.place(),
            last.message(),
            last.fingerprint(),
            Map.of("$VALUE", code[0]),
            Optional.of(new TaintFlow(steps)),
            last.fix(),
            last.suppression()));
    return this;
  }

  /** Gives the last finding a fix that replaces the code it marks. */
  public ReviewBuilder fix(String replacement) {
    return fix(new TextEdit(findings.getLast().place().range(), replacement));
  }

  public ReviewBuilder fix(TextEdit... edits) {
    Finding last = findings.removeLast();
    findings.add(
        new Finding(
            last.ruleId(),
            last.severity(),
            last.confidence(),
            last.place(),
            last.message(),
            last.fingerprint(),
            last.metavariables(),
            last.flow(),
            List.of(edits),
            last.suppression()));
    return this;
  }

  /** Suppresses the last finding. */
  public ReviewBuilder suppressed(Suppression.Kind kind, String reason) {
    findings.add(findings.removeLast().withSuppression(new Suppression(kind, reason)));
    return this;
  }

  public ReviewResult build() {
    List<Finding> sorted =
        findings.stream()
            .sorted(
                Comparator.comparing((Finding f) -> f.place().path())
                    .thenComparing(f -> f.place().range())
                    .thenComparing(Finding::ruleId))
            .toList();
    return new ReviewResult(
        "0.1.0",
        Instant.parse("2026-11-23T06:15:00Z"),
        Duration.ofMillis(1234),
        root,
        sorted,
        rules,
        new Coverage(examined, skipped, 153, notes),
        change);
  }

  /** The texts of the files. */
  public SourceTexts sources() {
    return path -> Optional.ofNullable(files.get(path));
  }

  public Place place(String path, String code) {
    SourceFile file = files.get(path);
    int start = file.text().indexOf(code);
    if (start < 0) {
      throw new IllegalArgumentException(path + " holds no " + code);
    }
    return Place.of(file, new TextRange(start, start + code.length()));
  }

  private static String fingerprint(String text) {
    UUID id = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(id.getMostSignificantBits())
        + HexFormat.of().toHexDigits(id.getLeastSignificantBits());
  }
}
