package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.engine.FileOutcome.Analysed;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleReader;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small project written as one text, for tests: {@code === path} begins a file, and a comment
 * with the word {@code FOUND} marks each line on which {@code sink(...)} gets what came out of
 * {@code source(...)} without having passed {@code clean(...)}.
 */
final class ProjectCase {
  private static final Parsers PARSERS = new Parsers();
  private static final List<Rule> RULES =
      new RuleReader(ModelLibrary.EMPTY)
          .read(
              List.of(
                  new RuleText(
                      "r.yaml",
                      """
                      rules:
                        - id: flow
                          message: found
                          severity: HIGH
                          languages: [java, python, javascript, typescript, go, php, csharp, kotlin, ruby]
                          mode: taint
                          pattern-sources:
                            - pattern: source(...)
                          pattern-sinks:
                            - pattern: sink(...)
                          pattern-sanitizers:
                            - pattern: clean(...)
                      """)))
          .orThrow();

  private final List<SourceFile> files = new ArrayList<>();

  private ProjectCase(String text) {
    for (String part : text.split("(?m)^=== ", -1)) {
      if (!part.isBlank()) {
        int end = part.indexOf('\n');
        String path = part.substring(0, end).strip();
        files.add(new SourceFile(path, language(path), part.substring(end + 1)));
      }
    }
  }

  static ProjectCase of(String text) {
    return new ProjectCase(text);
  }

  private static Language language(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    for (Language language : Language.values()) {
      if (language.extensions().contains(extension)) {
        return language;
      }
    }
    return Language.TEXT;
  }

  /** Findings are where the marks are, with one thread and with several. */
  void holds() {
    List<FileOutcome> alone = run(1);
    assertThat(found(alone)).as("findings").isEqualTo(expected());
    assertThat(run(4)).as("with four threads").hasToString(alone.toString());
  }

  private Set<String> expected() {
    Set<String> expected = new TreeSet<>();
    for (SourceFile file : files) {
      for (int line = 1; line <= file.lineCount(); line++) {
        if (file.line(line).contains("FOUND")) {
          expected.add(file.path() + ":" + line);
        }
      }
    }
    return expected;
  }

  private static Set<String> found(List<FileOutcome> outcomes) {
    Set<String> found = new TreeSet<>();
    for (Finding finding : findings(outcomes)) {
      found.add(finding.place().path() + ":" + finding.place().start().line());
    }
    return found;
  }

  /** The way of the only finding: {@code path:line} of each step. */
  List<String> way() {
    List<Finding> findings = findings(run(2));
    assertThat(findings).hasSize(1);
    TaintFlow flow = findings.getFirst().flow().orElseThrow();
    return flow.steps().stream()
        .map(step -> step.place().path() + ":" + step.place().start().line())
        .toList();
  }

  /** Where findings are if data is not followed from file to file: {@code path:line}. */
  Set<String> foundWithinFiles() {
    AnalysisLimits limits =
        new AnalysisLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 1000, false);
    return found(run(2, limits));
  }

  List<FileOutcome> run(int jobs) {
    return run(jobs, AnalysisLimits.DEFAULT);
  }

  private List<FileOutcome> run(int jobs, AnalysisLimits limits) {
    return new Analyzer(new RuleSetCompiler(RULES, PARSERS), PARSERS, limits, jobs)
        .analyse(files.stream().map(TextUnit::new).toList(), ProgressListener.NONE)
        .outcomes();
  }

  private static List<Finding> findings(List<FileOutcome> outcomes) {
    return outcomes.stream()
        .filter(Analysed.class::isInstance)
        .flatMap(outcome -> ((Analysed) outcome).findings().stream())
        .toList();
  }
}
