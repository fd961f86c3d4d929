package dev.coderev.cli;

import dev.coderev.analysis.finding.Severity;
import dev.coderev.review.install.Installation;
import dev.coderev.review.run.RunOptions;
import dev.coderev.review.run.RunOptions.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code scan}, {@code review} and {@code fix} have in common: rules, limits, policy. */
final class RunOptionsMixin {
  @Option(
      names = "--rules",
      paramLabel = "PATH",
      arity = "1",
      parameterConsumer = RulePaths.class,
      description = {
        "Rule files or folders in Semgrep syntax, added to the built-in packs. After the first"
            + " one, a path in which no rule file lies is one to scan."
      })
  private List<Path> rules = List.of();

  @Option(names = "--only-rules", description = "Leave the built-in packs out.")
  private boolean onlyRules;

  @Option(
      names = "--severity",
      paramLabel = "MIN",
      converter = SeverityConverter.class,
      description = "Run only rules of this severity or above: critical, high, medium, low, info.")
  private @Nullable Severity severity;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = SeverityConverter.class,
      description = "Exit with 1 from this severity on (default: low).")
  @Nullable Severity failOn;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "An earlier JSON or SARIF report; findings that are in it do not count.")
  private @Nullable Path baseline;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Worker threads (default: one per processor).")
  private @Nullable Integer jobs;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Stop opening files after this time, for example 90s or 5m; the rest is recorded.")
  private @Nullable Duration timeLimit;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration (default: coderev.yaml at the root of the project).")
  private @Nullable Path config;

  @Option(
      names = "--cache-dir",
      paramLabel = "DIR",
      description = "Where results of earlier runs are kept (default: the user's cache folder).")
  private @Nullable Path cacheFolder;

  @Option(names = "--no-cache", description = "Neither use nor keep results of earlier runs.")
  private boolean withoutCache;

  RunOptions options(Path workingFolder) {
    if (jobs != null && (jobs < 1 || jobs > 1024)) {
      throw new dev.coderev.review.ReviewException("--jobs takes a number from 1 to 1024");
    }
    RunOptions wishes = wishes(workingFolder);
    return withoutCache ? wishes : memory(workingFolder).map(wishes::with).orElse(wishes);
  }

  /** None where CodeRev runs from loose classes, which may change from start to start. */
  private Optional<Memory> memory(Path workingFolder) {
    Optional<Path> folder =
        cacheFolder == null
            ? UserFolders.cache(System.getenv(), System.getProperties())
            : Optional.of(workingFolder.resolve(cacheFolder));
    return Installation.running()
        .flatMap(installation -> folder.map(place -> new Memory(place, installation::identity)));
  }

  private RunOptions wishes(Path workingFolder) {
    return new RunOptions(
        workingFolder,
        Optional.ofNullable(config).map(workingFolder::resolve),
        rules.stream().map(workingFolder::resolve).toList(),
        onlyRules,
        Optional.ofNullable(severity),
        Optional.ofNullable(baseline).map(workingFolder::resolve),
        Optional.ofNullable(jobs),
        Optional.ofNullable(timeLimit));
  }
}
