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
import dev.coderev.analysis.rule.Rule;
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
import java.util.SortedMap;
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
    Analyzer analyzer = analyzer(loaded, workspace.files().size());
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
            SourceTexts.below(root),
            Optional.empty());
    return new FixRun(result, fixes);
  }

  /** Reviews only what a change introduced. */
  public ReviewResult review(Change change, ProgressListener progress) {
    Instant started = clock.instant();
    Set<Language> languages = languages(change);
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
    Loaded loaded = RuleLoading.load(config, options, languages, parser);
    Optional<Baseline> baseline = baseline();
    Surroundings around = Surroundings.of(change, languages, root, config.workspace());
    Analyzer analyzer = analyzer(loaded, after.size() + around.context().around().size());
    AnalysisReport reportAfter = analyzer.analyse(limited(after), around.context(), progress);
    List<Finding> findings = reportAfter.findings();
    if (!findings.isEmpty()) {
      AnalysisReport reportBefore =
          analyzer.analyse(before, around.context(), ProgressListener.NONE);
      findings = new IntroducedFindings(lines, reportBefore.findings()).among(findings);
      List<FileFixes> fixes =
          new FixProofs(analyzer, parser, jobs()).prove(findings, reportAfter, after);
      findings = FixProofs.withProvenOnly(findings, fixes);
    }
    return result(
        started,
        loaded,
        Coverage.of(
            reportAfter,
            skipped,
            loaded.count(),
            Stream.concat(loaded.notes().stream(), around.notes().stream()).toList()),
        findings,
        baseline,
        texts(change),
        Optional.of(change.summary()));
  }

  /** The files as the change leaves them, and around them those on disk. */
  public SourceTexts texts(Change change) {
    return SourceTexts.below(root)
        .under(
            change.files().stream()
                .collect(
                    Collectors.toMap(ChangedFile::path, ChangedFile::after, (_, last) -> last)));
  }

  private static Set<Language> languages(Change change) {
    Set<Language> languages = EnumSet.of(Language.TEXT);
    for (ChangedFile file : change.files()) {
      languages.addAll(Workspace.languages(file.path(), file.after()));
      languages.addAll(Workspace.languages(file.oldPath(), file.before()));
    }
    return languages;
  }

  private Analyzer analyzer(Loaded loaded, int files) {
    return new Analyzer(
        new RuleSetCompiler(loaded.rules(), loaded.formulas()),
        parser,
        config.limits(),
        jobs(),
        EarlierResults.of(options.memory(), loaded, files, clock));
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
      SourceTexts texts,
      Optional<ChangeSummary> change) {
    SortedMap<String, Rule> rules = loaded.of(found);
    Severity floor = RuleLoading.floor(config, options);
    List<Finding> weighed =
        new FindingWeights(config, rules, texts)
            .weigh(found).stream().filter(finding -> finding.severity().isAtLeast(floor)).toList();
    List<Finding> own = new SaidStronger(rules).among(weighed);
    List<Finding> findings = baseline.map(known -> known.mark(own, root, texts)).orElse(own);
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
