package dev.coderev.review.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.coderev.analysis.engine.ProgressListener;
import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RulesInvalid;
import dev.coderev.analysis.rule.RulesUnreadable;
import dev.coderev.review.change.Change;
import dev.coderev.review.change.ChangedFile;
import dev.coderev.review.report.fact.Statements;
import dev.coderev.review.result.ChangeSummary.Kind;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.result.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewerTests {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
  private static final String LOADS = "import yaml\n\nyaml.load(text, Loader=yaml.Loader)\n";
  private static final String RULE =
      """
      rules:
        - id: no-launch
          languages: [python]
          severity: LOW
          message: Do not launch.
          pattern: launch($X)
          fix: land($X)
      """;

  @TempDir Path temporary;
  private Path root;

  @BeforeEach
  void resolveRoot() throws IOException {
    root = temporary.toRealPath();
  }

  @Test
  void aScanFindsProvesAndAccounts() {
    write("a.py", LOADS);
    write("b.bin", "\0\0");
    AtomicInteger files = new AtomicInteger();
    ReviewResult result =
        reviewer(RunOptions.in(root)).scan(List.of(root), (done, all, bytes) -> files.set(all));
    assertThat(result.findings())
        .extracting(Finding::ruleId)
        .containsExactly("python.security.unsafe-yaml-load");
    assertThat(result.findings().getFirst().fix()).isNotEmpty();
    assertThat(result.rules()).containsOnlyKeys("python.security.unsafe-yaml-load");
    assertThat(result.verdict()).isEqualTo(Verdict.FINDINGS);
    assertThat(result.coverage().skipped())
        .extracting(skipped -> skipped.reason())
        .containsExactly(SkipReason.BINARY);
    assertThat(result.started()).isEqualTo(CLOCK.instant());
    assertThat(result.score().value()).isEqualTo(80);
    assertThat(files).hasValue(2);
  }

  @Test
  void onlyLanguagesThatAreThereBringTheirRules() {
    write("a.go", "package a\n");
    write("run", "#!/usr/bin/env ruby\nputs 1\n");
    int some = scan(RunOptions.in(root)).coverage().rules();
    assertThat(some).isBetween(50, RuleLoading.all(List.of()).rules().size() - 200);
  }

  @Test
  void theConfigurationChoosesRulesAndSeverities() {
    write("a.py", LOADS + "launch(1)\n");
    write("rules/own.yaml", RULE);
    write(
        "coderev.yaml",
        """
        rules:
          paths: [rules]
          enable: ["no-*", "python.security.*"]
        severities:
          no-launch: critical
        paths:
          exclude: [rules]
        fail-on: high
        jobs: 2
        """);
    Reviewer reviewer = reviewer(RunOptions.in(root));
    assertThat(reviewer.failOn()).contains(Severity.HIGH);
    assertThat(reviewer.root()).isEqualTo(root);
    ReviewResult result = reviewer.scan(List.of(root), ProgressListener.NONE);
    assertThat(result.counts()).containsEntry(Severity.CRITICAL, 1);
    RunOptions floor =
        new RunOptions(
            root,
            Optional.empty(),
            List.of(),
            true,
            Optional.of(Severity.CRITICAL),
            Optional.empty(),
            Optional.of(1),
            Optional.empty());
    assertThat(scan(floor).findings()).extracting(Finding::ruleId).containsExactly("no-launch");
  }

  @Test
  void securityFindingsInTestsAreLowUnlessTheProjectSaysOtherwise() {
    String loads = "import unittest\n" + LOADS;
    write("tests/a_test.py", loads);
    write("tests/b.py", LOADS);
    assertThat(scan(RunOptions.in(root)).findings())
        .extracting(finding -> finding.place().path(), Finding::severity)
        .containsExactly(
            tuple("tests/a_test.py", Severity.LOW), tuple("tests/b.py", Severity.HIGH));
    write("coderev.yaml", "severity-in-tests: critical\n");
    assertThat(scan(RunOptions.in(root)).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.HIGH, Severity.HIGH);
    write("coderev.yaml", "severities:\n  '*.unsafe-yaml-load': medium\nseverity: medium\n");
    assertThat(scan(RunOptions.in(root)).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.MEDIUM, Severity.MEDIUM);
    write("coderev.yaml", "severity: medium\n");
    assertThat(scan(RunOptions.in(root)).findings())
        .extracting(finding -> finding.place().path())
        .containsExactly("tests/b.py");
  }

  @Test
  void flowsOverManyStepsAreOfMediumWeightUnlessTheProjectSaysOtherwise() {
    StringBuilder code = new StringBuilder("import os\nfrom flask import request\n\n");
    code.append("def run():\n    a0 = request.args[\"folder\"]\n");
    for (int i = 1; i <= 20; i++) {
      code.append("    a" + i + " = a" + (i - 1) + "\n");
    }
    write("far.py", code + "    os.system(\"ls \" + a20)\n");
    write("near.py", code + "    os.system(\"ls \" + a1)\n");
    assertThat(commands()).containsExactly(Severity.MEDIUM, Severity.CRITICAL);
    write("coderev.yaml", "severity-of-long-flows: critical\n");
    assertThat(commands()).containsExactly(Severity.CRITICAL, Severity.CRITICAL);
  }

  @Test
  void dataThatWasFoundCheckedOrCleanedOnTheWayIsOfMediumWeight() {
    String head = "import os\nfrom flask import request\nfrom store import names\n\n";
    write("a_sure.py", head + "os.system('ls ' + request.args['folder'])\n");
    write("b_found.py", head + "os.system('ls ' + names.get_path_of(request.args['folder']))\n");
    write(
        "c_cleaned.py",
        head
            + """
            def clean_name(text):
                return text.replace(';', '')

            os.system('ls ' + clean_name(request.args['folder']))
            """);
    write(
        "d_checked.py",
        head
            + """
            def run():
                folder = request.args['folder']
                if not names.is_valid_folder(folder):
                    raise ValueError
                os.system('ls ' + folder)
            """);
    write(
        "e_other_checked.py",
        head
            + """
            def run(user):
                folder = request.args['folder']
                if not names.is_valid_user(user):
                    raise ValueError
                os.system('ls ' + folder)
            """);
    assertThat(commands())
        .containsExactly(
            Severity.CRITICAL,
            Severity.MEDIUM,
            Severity.MEDIUM,
            Severity.MEDIUM,
            Severity.CRITICAL);
    write("coderev.yaml", "severity-of-doubtful-flows: critical\n");
    assertThat(commands()).containsOnly(Severity.CRITICAL);
  }

  @Test
  void whoeverStartsAProgramIsNoStranger() {
    String main =
        "#include <stdlib.h>\nint main(int argc, char **argv) { system(%s); return 0; }\n";
    write("local.c", main.formatted("argv[1]"));
    write("page.c", main.formatted("getenv(\"QUERY_STRING\")"));
    assertThat(scan(RunOptions.in(root)).findings())
        .filteredOn(finding -> finding.ruleId().equals("c.security.command-injection"))
        .extracting(Finding::severity)
        .containsExactly(Severity.MEDIUM, Severity.CRITICAL);
  }

  private List<Severity> commands() {
    return scan(RunOptions.in(root)).findings().stream()
        .filter(finding -> finding.ruleId().equals("python.security.command-injection"))
        .map(Finding::severity)
        .toList();
  }

  @Test
  void informationIsLeftOutWhereAStrongerFindingSpeaksOfTheSameCode() {
    write(
        "a.py",
        """
        import os
        from flask import request

        def run():
            os.system("ls " + request.args["folder"])
            os.system("ls")
        """);
    assertThat(scan(RunOptions.in(root)).findings())
        .filteredOn(finding -> finding.ruleId().startsWith("python.security."))
        .extracting(Finding::ruleId, finding -> finding.place().start().line())
        .contains(
            tuple("python.security.command-injection", 5), tuple("python.security.shell-in-use", 6))
        .doesNotContain(tuple("python.security.shell-in-use", 5));
  }

  @Test
  void modelsOfTheConfigurationAddToThoseOfThePacks() {
    write("a.py", "import os\nimport web\n\nos.system(web.answer())\n");
    assertThat(scan(RunOptions.in(root)).findings())
        .extracting(Finding::ruleId)
        .doesNotContain("python.security.command-injection");
    String models =
        """
        models:
          - id: remote-input
            languages: [python]
            patterns:
              - pattern: web.answer(...)
        """;
    write("coderev.yaml", models);
    assertThat(scan(RunOptions.in(root)).findings())
        .extracting(Finding::ruleId)
        .contains("python.security.command-injection");
    write("coderev.yaml", models.replace("web.answer(...)", "web.answer(("));
    assertThatThrownBy(() -> scan(RunOptions.in(root))).isInstanceOf(RulesInvalid.class);
    write("coderev.yaml", "jobs: 1\n" + models.replace("languages", "language"));
    assertThatThrownBy(() -> scan(RunOptions.in(root)))
        .isInstanceOf(RulesInvalid.class)
        .hasMessageContaining("coderev.yaml:4:");
  }

  @Test
  void wrongRulesAreRefusedBeforeTheFirstFile() {
    write("a.py", LOADS);
    write("own.yaml", RULE.replace("launch($X)", "'launch(('"));
    assertThatThrownBy(() -> scan(withRules("own.yaml")))
        .isInstanceOf(RulesInvalid.class)
        .hasMessageContaining("own.yaml:6:");
    assertThatThrownBy(() -> scan(withRules("none.yaml"))).isInstanceOf(RulesUnreadable.class);
  }

  @Test
  void whatTheTimeLimitCutsIsNeverClean() {
    write("a.py", "x = 1\n");
    RunOptions hurried =
        new RunOptions(
            root,
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Duration.ZERO));
    ReviewResult result = scan(hurried);
    assertThat(result.coverage().skipped())
        .extracting(skipped -> skipped.reason())
        .containsExactly(SkipReason.TIME_LIMIT);
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_REVIEWED);
    assertThat(result.coverage().isComplete()).isFalse();
  }

  @Test
  void codeNestedTooDeeplyForTheTreeIsNeverClean() {
    write("a.py", "x = launch(" + "[".repeat(5_000) + "]".repeat(5_000) + ")\n");
    write("own.yaml", RULE);
    ReviewResult result = scan(withRules("own.yaml"));
    Coverage.Examined file = result.coverage().examined().getFirst();
    assertThat(file.parsed()).isTrue();
    assertThat(file.isComplete()).isFalse();
    assertThat(Statements.gaps(file)).singleElement().asString().startsWith("line 1: nested");
    assertThat(result.coverage().isComplete()).isFalse();
  }

  @Test
  void fixesComeFileByFile() {
    write("a.py", "launch(1)\nlaunch(2)\n");
    write("own.yaml", RULE);
    FixRun run = reviewer(withRules("own.yaml")).fixes(List.of(root), ProgressListener.NONE);
    assertThat(run.files()).hasSize(1);
    assertThat(run.files().getFirst().after()).isEqualTo("land(1)\nland(2)\n");
  }

  @Test
  void aChangeIsAnswerableOnlyForWhatItIntroduces() {
    ReviewResult result =
        review(
            changed("a.py", LOADS, "import os\n" + LOADS + "yaml.load(b, Loader=yaml.Loader)\n"));
    assertThat(result.findings())
        .extracting(finding -> finding.place().start().line())
        .containsExactly(5);
    assertThat(result.change())
        .hasValueSatisfying(change -> {
          assertThat(change.added()).isEqualTo(2);
          assertThat(change.description()).isEqualTo("test");
        });
    assertThat(review(changed("a.py", LOADS, "# moved\n\n" + LOADS)).findings()).isEmpty();
  }

  @Test
  void aChangeIsAnswerableForWhatItLetsIntoFilesThatItLeavesAlone() {
    write("app/__init__.py", "");
    write(
        "app/store.py",
        """
        import subprocess

        def run(name):
            subprocess.call("ls " + name, shell=True)
        """);
    String before =
        """
        from flask import request
        from app.store import run

        def view():
            name = "fixed"
            run(name)
        """;
    String after = before.replace("\"fixed\"", "request.args.get('name')");
    write("app/view.py", after);
    ReviewResult result = review(changed("app/view.py", before, after));
    assertThat(result.findings())
        .extracting(finding -> finding.place().path() + ":" + finding.place().start().line())
        .containsExactly("app/store.py:4");
    assertThat(result.findings().getFirst().flow().orElseThrow().source().place().path())
        .isEqualTo("app/view.py");
    assertThat(result.coverage().examined()).hasSize(1);
    assertThat(review(changed("app/view.py", after, "import os\n" + after)).findings()).isEmpty();
  }

  @Test
  void ignoredAndDeletedFilesOfAChangeAreNotReviewed() {
    write(".gitignore", "gen/\n");
    ReviewResult result =
        review(
            changed("gen/a.py", "", LOADS),
            new ChangedFile("b.py", "b.py", Kind.DELETED, bytes(LOADS), bytes("")));
    assertThat(result.findings()).isEmpty();
    assertThat(result.coverage().skipped())
        .extracting(skipped -> skipped.path())
        .containsExactly("gen/a.py");
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_REVIEWED);
  }

  @Test
  void tooLargeContentOfAChangeIsRecorded() {
    write("coderev.yaml", "limits:\n  max-file-size: 10b\n");
    assertThat(review(changed("a.py", "", LOADS)).coverage().skipped())
        .extracting(skipped -> skipped.reason())
        .containsExactly(SkipReason.TOO_LARGE);
  }

  @Test
  void everyBuiltInRuleIsReadAndRulesCanBeTestedAndValidated() {
    assertThat(RuleLoading.all(List.of()).problems()).isEmpty();
    write("rules/no-launch.yaml", RULE);
    write("rules/no-launch.py", "# ruleid: no-launch\nlaunch(1)\n# ok: no-launch\nland(1)\n");
    assertThat(RuleLoading.test(List.of(root.resolve("rules"))).passed()).isTrue();
    assertThat(RuleLoading.validate(List.of(root.resolve("rules"))).problems()).isEmpty();
    assertThat(RuleLoading.all(List.of(root.resolve("rules"))).rules())
        .extracting(Rule::id)
        .contains("no-launch");
  }

  private RunOptions withRules(String name) {
    return new RunOptions(
        root,
        Optional.empty(),
        List.of(root.resolve(name)),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Reviewer reviewer(RunOptions options) {
    return Reviewer.of(root, options, "0.0.0", CLOCK);
  }

  private ReviewResult scan(RunOptions options) {
    return reviewer(options).scan(List.of(root), ProgressListener.NONE);
  }

  private ReviewResult review(ChangedFile... files) {
    return reviewer(RunOptions.in(root))
        .review(new Change("test", List.of(files)), ProgressListener.NONE);
  }

  private static ChangedFile changed(String path, String before, String after) {
    Kind kind = before.isEmpty() ? Kind.ADDED : Kind.MODIFIED;
    return new ChangedFile(path, path, kind, bytes(before), bytes(after));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(String name, String text) {
    Path file = root.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
