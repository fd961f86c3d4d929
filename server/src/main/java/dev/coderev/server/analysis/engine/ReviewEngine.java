package dev.coderev.server.analysis.engine;

import dev.coderev.analysis.AnalysisException;
import dev.coderev.analysis.engine.ProgressListener;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.review.ReviewException;
import dev.coderev.review.change.Change;
import dev.coderev.review.report.ReportFormat;
import dev.coderev.review.report.ReportOptions;
import dev.coderev.review.report.Reports;
import dev.coderev.review.report.code.EditedLines;
import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.run.FixRun;
import dev.coderev.review.run.Reviewer;
import dev.coderev.review.run.RuleLoading;
import dev.coderev.review.run.RunOptions;
import dev.coderev.server.analysis.CoverageView;
import dev.coderev.server.analysis.DetectedIssue;
import dev.coderev.server.platform.database.TemporaryFolder;
import dev.coderev.server.platform.database.Workspace;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.metric.AnalysisMetrics.Extent;
import dev.coderev.server.platform.settings.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** The reviewer of the command line, run on sources that the server holds. */
@Component
public class ReviewEngine {
  private static final int MOST_JOBS = 2;

  /**
   * What a run gave.
   *
   * @param lines of all examined files
   * @param extent the same by language, for the metrics
   */
  public record Outcome(
      List<DetectedIssue> issues,
      CoverageView coverage,
      List<String> examined,
      int lines,
      double score,
      String summary,
      String sarif,
      Extent extent) {
    public Outcome {
      issues = List.copyOf(issues);
      examined = List.copyOf(examined);
    }
  }

  /**
   * What a change gave.
   *
   * @param repairs the lines that would repair an issue, by its fingerprint
   */
  public record ChangeOutcome(Outcome outcome, Map<String, List<EditedLines>> repairs) {
    public ChangeOutcome {
      repairs = Map.copyOf(repairs);
    }
  }

  /** What one snippet gave. */
  public record SnippetOutcome(Outcome outcome, CodeMetrics metrics) {}

  /**
   * What is examined.
   *
   * @param enabledRules only these run; empty means all
   * @param ignoredPaths patterns in the syntax of {@code .gitignore}
   * @param floor rules below it do not run
   */
  public record Choice(
      List<String> enabledRules, List<String> ignoredPaths, Optional<Severity> floor) {
    public Choice {
      enabledRules = List.copyOf(enabledRules);
      ignoredPaths = List.copyOf(ignoredPaths);
    }
  }

  private final JsonMapper json;
  private final Clock clock;
  private final Supplier<CompiledReview> builtIn;
  private final Workspace workspace;

  ReviewEngine(JsonMapper json, Clock clock, Workspace workspace) {
    this.workspace = workspace;
    this.json = json;
    this.clock = clock;
    this.builtIn =
        SingletonSupplier.of(() -> new CompiledReview(RuleLoading.all(List.of()).orThrow(), clock));
  }

  /**
   * Reviews files and folders below a root.
   *
   * @throws JobFailed if the reviewer refuses, with its words
   */
  public Outcome review(
      Path root, Collection<Path> paths, Choice choice, ProgressListener progress) {
    return outcome(fixes(root, paths, choice, progress).result(), SourceTexts.below(root));
  }

  /** As {@link #review}, with the proven repairs. */
  public FixRun fixes(Path root, Collection<Path> paths, Choice choice, ProgressListener progress) {
    return ask(root, choice, reviewer -> reviewer.fixes(paths, progress));
  }

  /**
   * Reviews what a change introduces.
   *
   * @param root of the files as the change leaves them
   * @throws JobFailed if the reviewer refuses, with its words
   */
  public ChangeOutcome change(Path root, Change change, Choice choice, ProgressListener progress) {
    return ask(
        root,
        choice,
        reviewer -> {
          ReviewResult result = reviewer.review(change, progress);
          SourceTexts texts = reviewer.texts(change);
          Map<String, List<EditedLines>> repairs = new HashMap<>();
          for (Finding finding : result.findings()) {
            repairs.put(finding.fingerprint(), EditedLines.of(finding, texts));
          }
          return new ChangeOutcome(outcome(result, texts), repairs);
        });
  }

  private <T> T ask(Path root, Choice choice, Function<Reviewer, T> question) {
    try (TemporaryFolder own = workspace.open()) {
      Path config = configuration(own.path(), choice);
      RunOptions options =
          new RunOptions(
              root,
              Optional.of(config),
              List.of(),
              false,
              choice.floor(),
              Optional.empty(),
              Optional.of(Math.min(MOST_JOBS, Runtime.getRuntime().availableProcessors())),
              Optional.empty());
      return question.apply(Reviewer.of(root, options, Version.CURRENT, clock));
    } catch (ReviewException | AnalysisException refused) {
      throw new JobFailed(String.valueOf(refused.getMessage()), refused);
    }
  }

  /**
   * The project's own configuration file is not trusted with the server's files; this one is ours.
   */
  private Path configuration(Path folder, Choice choice) {
    StringBuilder yaml = new StringBuilder("limits:\n  max-file-size: 10mb\n");
    if (!choice.ignoredPaths().isEmpty()) {
      yaml.append("paths:\n  exclude: ").append(json.writeValueAsString(choice.ignoredPaths()));
      yaml.append('\n');
    }
    if (!choice.enabledRules().isEmpty()) {
      yaml.append("rules:\n  enable: ").append(json.writeValueAsString(choice.enabledRules()));
      yaml.append('\n');
    }
    try {
      return Files.writeString(folder.resolve("coderev.yaml"), yaml.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reviews one text, as if it were a file of this name.
   *
   * @param wanted identifiers of the rules that count; empty means all
   */
  public SnippetOutcome reviewSnippet(
      String code, Language language, String name, List<String> wanted) {
    SourceFile file = new SourceFile(name, language, code);
    Outcome outcome = outcome(builtIn.get().review(file, wanted), SourceTexts.none());
    return new SnippetOutcome(outcome, CodeMetrics.of(file));
  }

  /**
   * The reviewer of this build, or one with more rules beside its own.
   *
   * @param addedRules a rule file
   * @throws JobFailed if these rules cannot be read
   */
  public SnippetReviewer reviewer(Optional<String> addedRules) {
    CompiledReview review = addedRules.map(this::compiled).orElseGet(builtIn);
    return (code, language) -> {
      SourceFile file = new SourceFile("untitled", language, code);
      return outcome(review.review(file, List.of()), SourceTexts.none()).issues();
    };
  }

  private CompiledReview compiled(String rules) {
    return withFile(
        rules, file -> new CompiledReview(RuleLoading.all(List.of(file)).orThrow(), clock));
  }

  /** What is wrong with a rule file, in the reader's words; nothing where it can be used. */
  public List<String> faultsOf(String rules) {
    return withFile(
        rules,
        file ->
            RuleLoading.validate(List.of(file)).problems().stream()
                .map(problem -> problem.message())
                .toList());
  }

  private <T> T withFile(String rules, Function<Path, T> work) {
    try (TemporaryFolder own = workspace.open()) {
      return work.apply(Files.writeString(own.path().resolve("rules.yaml"), rules));
    } catch (ReviewException | AnalysisException refused) {
      throw new JobFailed(String.valueOf(refused.getMessage()), refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads and compiles the built-in rules, so that the first text need not wait for that. */
  @EventListener(ApplicationReadyEvent.class)
  public void warmUp() {
    Thread.ofPlatform()
        .daemon()
        .name("warm-up")
        .start(() -> reviewSnippet("x = 1\n", Language.PYTHON, "warm-up.py", List.of()));
  }

  private static Outcome outcome(ReviewResult result, SourceTexts texts) {
    List<DetectedIssue> issues =
        result.findings().stream()
            .map(finding ->
                IssueWording.of(finding, Optional.ofNullable(result.rules().get(finding.ruleId()))))
            .toList();
    List<DetectedIssue> active = issues.stream().filter(issue -> !issue.suppressed()).toList();
    int lines = result.coverage().examined().stream().mapToInt(file -> file.lines()).sum();
    double score = ReviewScore.of(active, lines);
    List<CoverageView.Skip> skipped =
        result.coverage().skipped().stream()
            .map(skip ->
                new CoverageView.Skip(
                    skip.path(),
                    skip.reason().id() + (skip.detail().isEmpty() ? "" : ": " + skip.detail())))
            .collect(Collectors.toCollection(ArrayList::new));
    int examined = result.coverage().examined().size();
    return new Outcome(
        issues,
        new CoverageView(examined + skipped.size(), examined, skipped, conclusion(result)),
        result.coverage().examined().stream().map(file -> file.path()).toList(),
        lines,
        score,
        ReviewScore.summary(active, score),
        sarif(result, texts),
        extent(result, score));
  }

  private static Extent extent(ReviewResult result, double score) {
    Map<String, Integer> files = new HashMap<>();
    Map<String, Integer> lines = new HashMap<>();
    Map<String, Integer> unparsed = new HashMap<>();
    for (Coverage.Examined file : result.coverage().examined()) {
      String language = file.language().id();
      files.merge(language, 1, Integer::sum);
      lines.merge(language, file.lines(), Integer::sum);
      if (!file.parsed()) {
        unparsed.merge(language, 1, Integer::sum);
      }
    }
    int examined = result.coverage().examined().size();
    int all = examined + result.coverage().skipped().size();
    return new Extent(
        files, lines, unparsed, all == 0 ? 1 : (double) examined / all, conclusion(result), score);
  }

  private static String conclusion(ReviewResult result) {
    return result.verdict().id().replace('-', '_');
  }

  private static String sarif(ReviewResult result, SourceTexts texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Reports.write(ReportFormat.SARIF, result, texts, ReportOptions.DEFAULT, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
