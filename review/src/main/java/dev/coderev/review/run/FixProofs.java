package dev.coderev.review.run;

import dev.coderev.analysis.engine.AnalysisReport;
import dev.coderev.analysis.engine.Analyzer;
import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.engine.SourceUnit;
import dev.coderev.analysis.engine.SourceUnit.Reading;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.fix.FileFixes;
import dev.coderev.analysis.fix.FixOutcome.ProvenFix;
import dev.coderev.analysis.fix.FixProver;
import dev.coderev.analysis.parse.SourceParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Proves the repairs of many findings, file by file on several threads. */
final class FixProofs {
  /** As the analysis itself: deep code needs deep recursion. */
  private static final long STACK_BYTES = 256L << 20;

  private final FixProver prover;
  private final int jobs;

  FixProofs(Analyzer analyzer, SourceParser parser, int jobs) {
    this.prover = new FixProver(parser, analyzer::analyse);
    this.jobs = jobs;
  }

  /**
   * What can be repaired, by file.
   *
   * @param report on the files as they are
   * @param units all files that were analysed
   */
  List<FileFixes> prove(
      List<Finding> findings, AnalysisReport report, Collection<? extends SourceUnit> units) {
    Map<String, List<Finding>> byPath =
        findings.stream()
            .filter(finding -> !finding.fix().isEmpty() && !finding.isSuppressed())
            .collect(Collectors.groupingBy(finding -> finding.place().path()));
    if (byPath.isEmpty()) {
      return List.of();
    }
    Map<String, FileOutcome> outcomes =
        report.outcomes().stream()
            .filter(outcome -> byPath.containsKey(outcome.path()))
            .collect(Collectors.toMap(FileOutcome::path, outcome -> outcome));
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(jobs, byPath.size()), work -> new Thread(null, work, "fixes", STACK_BYTES))) {
      List<Future<Optional<FileFixes>>> futures = new ArrayList<>();
      for (SourceUnit unit : units) {
        FileOutcome before = outcomes.get(unit.path());
        List<Finding> repairable = byPath.get(unit.path());
        if (before != null && repairable != null) {
          futures.add(threads.submit(() -> prove(unit, before, repairable)));
        }
      }
      return futures.stream().flatMap(future -> resultOf(future).stream()).toList();
    }
  }

  private Optional<FileFixes> prove(SourceUnit unit, FileOutcome before, List<Finding> findings) {
    return unit.read() instanceof Reading.Read(var file, _)
        ? Optional.of(prover.proveAll(file, before, findings))
        : Optional.empty();
  }

  /** A file whose repairs cannot be tried has none. */
  private static Optional<FileFixes> resultOf(Future<Optional<FileFixes>> future) {
    try {
      return future.get();
    } catch (ExecutionException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The findings, each with its repair only if that is proven. */
  static List<Finding> withProvenOnly(List<Finding> findings, List<FileFixes> proofs) {
    Map<Finding, ProvenFix> proven = new HashMap<>();
    for (FileFixes file : proofs) {
      file.proven().forEach(fix -> proven.put(fix.finding(), fix));
    }
    return findings.stream()
        .map(finding -> {
          ProvenFix fix = proven.get(finding);
          return finding.withFix(fix == null ? List.of() : fix.edits());
        })
        .toList();
  }
}
