package dev.coderev.review.run;

import dev.coderev.analysis.engine.AnalysisReport;
import dev.coderev.analysis.engine.Analyzer;
import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.engine.ProgressListener;
import dev.coderev.analysis.engine.ProjectContext;
import dev.coderev.analysis.engine.RuleSetCompiler;
import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.analysis.engine.SourceUnit;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.fix.FileFixes;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.resolve.PropertyFiles;
import dev.coderev.analysis.source.Language;
import dev.coderev.review.baseline.Baseline;
import dev.coderev.review.change.Change;
import dev.coderev.review.change.ChangedFile;
import dev.coderev.review.change.ChangedFile.LineChanges;
import dev.coderev.review.config.ConfigReader;
import dev.coderev.review.config.ProjectConfig;
import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.result.ChangeSummary;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.run.RuleLoading.Loaded;
import dev.coderev.review.workspace.Workspace;
import dev.coderev.review.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A reviewer of one project: configured once, then asked for whole files or for a change.
 *
 * <pre>
 * paths or change → workspace → rules → analysis → introduced only → baseline → result
 * </pre>
 */
public final class Reviewer {
  /** Of the files around a change, this much is looked at for data flow. */
  private static final long MOST_BYTES_AROUND = 64L << 20;

  private final Path root;
  private final RunOptions options;
  private final ProjectConfig config;
  private final String toolVersion;
  private final Clock clock;
  private final SourceParser parser = new Parsers();

  private Reviewer(
      Path root, RunOptions options, ProjectConfig config, String toolVersion, Clock clock) {
    this.root = root;
    this.options = options;
    this.config = config;
    this.toolVersion = toolVersion;
    this.clock = clock;
  }

  /**
   * A reviewer of the project at {@code root}, with its configuration.
   *
   * @throws dev.coderev.review.ReviewException if the configuration cannot be used
   */
  public static Reviewer of(Path root, RunOptions options, String toolVersion, Clock clock) {
    Path usual = root.resolve(ConfigReader.FILE_NAME);
    ProjectConfig config =
        options
            .config()
            .or(() -> Optional.of(usual).filter(Files::exists))
            .map(ConfigReader::read)
            .orElse(ProjectConfig.DEFAULT);
    return new Reviewer(root, options, config, toolVersion, clock);
  }

  public Path root() {
    return root;
  }

  /** From which severity on findings are a failure, as the configuration has it. */
  public Optional<Severity> failOn() {
    return config.failOn();
  }

  /**
   * Reviews whole files and folders.
   *
   * @param paths absolute
   */
  public ReviewResult scan(Collection<Path> paths, ProgressListener progress) {
    return fixes(paths, progress).result();
  }

  /** As {@link #scan}, with the proven repairs file by file. */
  public FixRun fixes(Collection<Path> paths, ProgressListener progress) {
    Instant started = clock.instant();
    Workspace workspace = Workspace.choose(root, paths, config.workspace());
    Set<Language> languages =
        workspace.files().stream()
            .flatMap(file -> file.candidateLanguages().stream())
            .collect(Collectors.toCollection(() -> EnumSet.of(Language.TEXT)));
    Loaded loaded = RuleLoading.load(config, options, languages, parser);
    Optional<Baseline> baseline = baseline();
    Analyzer analyzer = analyzer(loaded);
    AnalysisReport report =
        analyzer.analyse(
            limited(workspace.files()), new ProjectContext(List.of(), workspace.data()), progress);
    List<FileFixes> fixes =
        new FixProofs(analyzer, parser, jobs()).prove(report.findings(), report, workspace.files());
    ReviewResult result =
        result(
            started,
            loaded,
            Coverage.of(report, workspace.skipped(), loaded.count(), loaded.notes()),
            FixProofs.withProvenOnly(report.findings(), fixes),
            baseline,
            Optional.empty());
    return new FixRun(result, fixes);
  }

  /** Reviews only what a change introduced. */
  public ReviewResult review(Change change, ProgressListener progress) {
    Instant started = clock.instant();
    List<FileOutcome.Skipped> skipped = new ArrayList<>();
    List<SourceUnit> after = new ArrayList<>();
    List<SourceUnit> before = new ArrayList<>();
    Map<String, LineChanges> lines = new HashMap<>();
    for (ChangedFile file : change.files()) {
      if (file.kind() == ChangeSummary.Kind.DELETED) {
        continue;
      }
      Optional<String> why = Workspace.leavesOut(root, file.path(), config.workspace());
      if (why.isPresent()) {
        skipped.add(new FileOutcome.Skipped(file.path(), SkipReason.IGNORED, "by " + why.get()));
        continue;
      }
      long most = config.workspace().maxFileBytes();
      lines.put(file.path(), file.lineChanges());
      after.add(new ContentUnit(file.path(), file.after(), most));
      if (file.before().length > 0) {
        before.add(new ContentUnit(file.path(), file.before(), most));
      }
    }
    Loaded loaded = RuleLoading.load(config, options, EnumSet.allOf(Language.class), parser);
    Optional<Baseline> baseline = baseline();
    Analyzer analyzer = analyzer(loaded);
    ProjectContext context = around(change);
    AnalysisReport reportAfter = analyzer.analyse(limited(after), context, progress);
    List<Finding> findings = reportAfter.findings();
    if (!findings.isEmpty()) {
      AnalysisReport reportBefore = analyzer.analyse(before, context, ProgressListener.NONE);
      findings = new IntroducedFindings(lines, reportBefore.findings()).among(findings);
      List<FileFixes> fixes =
          new FixProofs(analyzer, parser, jobs()).prove(findings, reportAfter, after);
      findings = FixProofs.withProvenOnly(findings, fixes);
    }
    return result(
        started,
        loaded,
        Coverage.of(reportAfter, skipped, loaded.count(), loaded.notes()),
        findings,
        baseline,
        Optional.of(change.summary()));
  }

  /**
   * The rest of the project as it lies on disk: what a change hands to a file that it leaves alone,
   * or gets from it, belongs to the change.
   */
  private ProjectContext around(Change change) {
    Set<String> changed =
        change.files().stream()
            .flatMap(file -> Stream.of(file.path(), file.oldPath()))
            .collect(Collectors.toSet());
    Set<Language> languages =
        change.files().stream()
            .flatMap(file -> Workspace.languages(file.path()).stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Language.class)));
    Workspace workspace = Workspace.choose(root, List.of(root), config.workspace());
    List<SourceUnit> around = new ArrayList<>();
    List<SourceUnit> data = new ArrayList<>(workspace.data());
    long bytes = 0;
    for (WorkspaceFile file : workspace.files()) {
      if (file.path().endsWith(PropertyFiles.ENDING)) {
        data.add(file);
      } else if (!changed.contains(file.path())
          && file.candidateLanguages().stream().anyMatch(languages::contains)
          && bytes + file.expectedBytes() <= MOST_BYTES_AROUND) {
        bytes += file.expectedBytes();
        around.add(file);
      }
    }
    return new ProjectContext(around, data);
  }

  private Analyzer analyzer(Loaded loaded) {
    return new Analyzer(
        new RuleSetCompiler(loaded.rules(), loaded.formulas()), parser, config.limits(), jobs());
  }

  private int jobs() {
    return options.jobs().or(config::jobs).orElse(Runtime.getRuntime().availableProcessors());
  }

  private Optional<Baseline> baseline() {
    return options.baseline().or(config::baseline).map(Baseline::read);
  }

  private List<SourceUnit> limited(Collection<? extends SourceUnit> units) {
    long start = System.nanoTime();
    List<SourceUnit> limited = new ArrayList<>(units);
    options
        .timeLimit()
        .ifPresent(limit ->
            limited.replaceAll(unit ->
                new TimeLimitedUnit(
                    unit, () -> System.nanoTime() - start > limit.toNanos(), limit)));
    return limited;
  }

  private ReviewResult result(
      Instant started,
      Loaded loaded,
      Coverage coverage,
      List<Finding> found,
      Optional<Baseline> baseline,
      Optional<ChangeSummary> change) {
    List<Finding> findings =
        baseline.map(known -> known.mark(found, root, SourceTexts.below(root))).orElse(found);
    return new ReviewResult(
        toolVersion,
        started,
        Duration.between(started, clock.instant()),
        root,
        findings,
        loaded.of(findings),
        coverage,
        change);
  }
}
