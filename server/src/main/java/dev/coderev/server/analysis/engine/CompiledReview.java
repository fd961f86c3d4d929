package dev.coderev.server.analysis.engine;

import dev.coderev.analysis.engine.AnalysisLimits;
import dev.coderev.analysis.engine.AnalysisReport;
import dev.coderev.analysis.engine.Analyzer;
import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.engine.ProgressListener;
import dev.coderev.analysis.engine.RuleSetCompiler;
import dev.coderev.analysis.engine.SourceUnit;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.fix.FixOutcome.ProvenFix;
import dev.coderev.analysis.fix.FixProver;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.review.config.IdGlob;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.run.SaidStronger;
import dev.coderev.server.platform.settings.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rules, read and compiled once, for texts that come one by one. */
final class CompiledReview {
  private final SourceParser parser = new Parsers();
  private final Map<String, Rule> rules;
  private final Analyzer analyzer;
  private final Clock clock;

  CompiledReview(List<Rule> all, Clock clock) {
    // A rule whose models differ by language is there once for each; what is told of it is the
    // same.
    this.rules =
        all.stream().collect(Collectors.toMap(Rule::id, Function.identity(), (first, _) -> first));
    this.analyzer =
        new Analyzer(new RuleSetCompiler(all, parser), parser, AnalysisLimits.DEFAULT, 1);
    this.clock = clock;
  }

  /**
   * What the rules say about one text.
   *
   * @param wanted identifiers of the rules that count, {@code *} for anything; empty means all
   */
  ReviewResult review(SourceFile file, List<String> wanted) {
    Instant started = clock.instant();
    List<IdGlob> globs = wanted.stream().map(IdGlob::new).toList();
    AnalysisReport report = analyzer.analyse(List.of(new Text(file)), ProgressListener.NONE);
    List<Finding> found =
        report.findings().stream()
            .filter(f -> globs.isEmpty() || globs.stream().anyMatch(g -> g.fits(f.ruleId())))
            .toList();
    List<Finding> findings = new SaidStronger(rules).among(withProvenFixes(file, report, found));
    SortedMap<String, Rule> used = new TreeMap<>();
    findings.forEach(finding ->
        Optional.ofNullable(rules.get(finding.ruleId()))
            .ifPresent(rule -> used.put(rule.id(), rule)));
    return new ReviewResult(
        Version.CURRENT,
        started,
        Duration.between(started, clock.instant()),
        Path.of("/"),
        findings,
        used,
        Coverage.of(report, List.of(), rules.size(), List.of()),
        Optional.empty());
  }

  private List<Finding> withProvenFixes(
      SourceFile file, AnalysisReport report, List<Finding> findings) {
    List<Finding> repairable =
        findings.stream().filter(f -> !f.fix().isEmpty() && !f.isSuppressed()).toList();
    Set<Finding> proven = new HashSet<>();
    if (!repairable.isEmpty()) {
      FileOutcome before = report.outcomes().getFirst();
      new FixProver(parser, analyzer::analyse)
          .proveAll(file, before, repairable).proven().stream()
              .map(ProvenFix::finding)
              .forEach(proven::add);
    }
    return findings.stream()
        .map(finding -> proven.contains(finding) ? finding : finding.withFix(List.of()))
        .toList();
  }

  /** A text as the analyzer takes it. */
  private record Text(SourceFile file) implements SourceUnit {
    @Override
    public String path() {
      return file.path();
    }

    @Override
    public long expectedBytes() {
      return file.text().getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public Reading read() {
      return new Reading.Read(file, "");
    }
  }
}
