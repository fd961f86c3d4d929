package dev.coderev.benchmarks;

import dev.coderev.analysis.engine.ProgressListener;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.run.Reviewer;
import dev.coderev.review.run.RunOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One measured scan in this process, as the command line does it: files found, rules read, all.
 *
 * @param seconds of wall clock
 * @param cpuSeconds of all threads, which other work on the machine distorts less
 * @param collectionMillis of garbage collections
 * @param bytes of the files that were examined
 */
record Scan(
    double seconds,
    double cpuSeconds,
    long collectionMillis,
    int files,
    long bytes,
    int rules,
    int findings,
    int incomplete) {

  static Scan of(Path root, int jobs, Optional<Path> config) {
    long collecting = Machine.collectionMillis();
    long cpu = Machine.cpuNanos();
    long started = System.nanoTime();
    ReviewResult result = review(root, jobs, config);
    return new Scan(
        (System.nanoTime() - started) / 1e9,
        (Machine.cpuNanos() - cpu) / 1e9,
        Machine.collectionMillis() - collecting,
        result.coverage().examined().size(),
        result.coverage().bytes(),
        result.coverage().rules(),
        result.findings().size(),
        (int) result.coverage().examined().stream().filter(file -> !file.isComplete()).count());
  }

  /** What the built-in pack, or the one that a configuration chooses, says of a tree. */
  static ReviewResult review(Path root, int jobs, Optional<Path> config) {
    RunOptions options =
        new RunOptions(
            root,
            config,
            List.of(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.of(jobs),
            Optional.empty());
    return Reviewer.of(root, options, "benchmark", Clock.systemUTC())
        .scan(List.of(root), ProgressListener.NONE);
  }

  double megabytesPerSecond() {
    return bytes / 1e6 / seconds;
  }

  double megabytesPerCpuSecond() {
    return bytes / 1e6 / cpuSeconds;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("seconds", seconds);
    json.put("cpuSeconds", cpuSeconds);
    json.put("collectionMillis", collectionMillis);
    json.put("megabytesPerSecond", megabytesPerSecond());
    json.put("megabytesPerCpuSecond", megabytesPerCpuSecond());
    json.put("filesPerSecond", files / seconds);
    json.put("files", files);
    json.put("bytes", bytes);
    json.put("rules", rules);
    json.put("findings", findings);
    json.put("incompleteFiles", incomplete);
    return json;
  }
}
