package dev.coderev.review.run;

import dev.coderev.analysis.engine.Analyzer;
import dev.coderev.analysis.engine.SourceUnit;
import dev.coderev.analysis.engine.SourceUnit.Reading;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.fix.FileFixes;
import dev.coderev.analysis.fix.FixOutcome.ProvenFix;
import dev.coderev.analysis.fix.FixProver;
import dev.coderev.analysis.parse.SourceParser;
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
   * @param units all files that were analysed
   */
  List<FileFixes> prove(List<Finding> findings, Collection<? extends SourceUnit> units) {
    Map<String, List<Finding>> byPath =
        findings.stream()
            .filter(finding -> !finding.fix().isEmpty() && !finding.isSuppressed())
            .collect(Collectors.groupingBy(finding -> finding.place().path()));
    if (byPath.isEmpty()) {
      return List.of();
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(jobs, byPath.size()), work -> new Thread(null, work, "fixes", STACK_BYTES))) {
      List<Future<Optional<FileFixes>>> futures =
          units.stream()
              .filter(unit -> byPath.containsKey(unit.path()))
              .map(unit ->
                  threads.submit(() -> prove(unit, byPath.getOrDefault(unit.path(), List.of()))))
              .toList();
      return futures.stream().flatMap(future -> resultOf(future).stream()).toList();
    }
  }

  private Optional<FileFixes> prove(SourceUnit unit, List<Finding> findings) {
    return unit.read() instanceof Reading.Read(var file, _)
        ? Optional.of(prover.proveAll(file, findings))
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
