package dev.coderev.review.run;

import dev.coderev.analysis.finding.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the user asked for beyond what is to be reviewed; it wins over the project's configuration.
 *
 * @param workingFolder absolute
 * @param config the configuration file, instead of the one at the project's root
 * @param rulePaths rule files and folders, added to those of the configuration
 * @param floor rules below it do not run
 * @param timeLimit no file is opened after this time
 * @param memory where results of earlier runs are; without it every run begins from nothing
 */
public record RunOptions(
    Path workingFolder,
    Optional<Path> config,
    List<Path> rulePaths,
    boolean onlyOwnRules,
    Optional<Severity> floor,
    Optional<Path> baseline,
    Optional<Integer> jobs,
    Optional<Duration> timeLimit,
    Optional<Memory> memory) {
  public RunOptions {
    rulePaths = List.copyOf(rulePaths);
  }

  /**
   * Results of earlier runs.
   *
   * @param folder absolute
   * @param engine what says whether they are of this very engine: its code, its rules, its parsers;
   *     asked for where it matters, and empty where nobody can tell
   */
  public record Memory(Path folder, Supplier<Optional<String>> engine) {}

  /** Wishes of a run that begins from nothing. */
  public RunOptions(
      Path workingFolder,
      Optional<Path> config,
      List<Path> rulePaths,
      boolean onlyOwnRules,
      Optional<Severity> floor,
      Optional<Path> baseline,
      Optional<Integer> jobs,
      Optional<Duration> timeLimit) {
    this(
        workingFolder,
        config,
        rulePaths,
        onlyOwnRules,
        floor,
        baseline,
        jobs,
        timeLimit,
        Optional.empty());
  }

  /** The same wishes with results of earlier runs. */
  public RunOptions with(Memory known) {
    return new RunOptions(
        workingFolder,
        config,
        rulePaths,
        onlyOwnRules,
        floor,
        baseline,
        jobs,
        timeLimit,
        Optional.of(known));
  }

  /** No wishes at all. */
  public static RunOptions in(Path workingFolder) {
    return new RunOptions(
        workingFolder,
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
