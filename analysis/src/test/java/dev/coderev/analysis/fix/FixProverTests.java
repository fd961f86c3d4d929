package dev.coderev.analysis.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.fix.FixOutcome.ProvenFix;
import dev.coderev.analysis.fix.FixOutcome.RejectedFix;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules are regular expressions here; parsing is real. */
class FixProverTests {
  private final Map<String, Pattern> rules = new LinkedHashMap<>();
  private final List<String> cutWhenTextHolds = new ArrayList<>();

  @Test
  void provesARepairThatSilencesItsRule() {
    rule("load", "yaml\\.load\\([a-z]+\\)");
    SourceFile file = python("a = yaml.load(x)\n");
    FixOutcome outcome = prover().prove(file, finding(file, "load", 0, "yaml.safe_load(x)"));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ProvenFix.class,
            fix ->
                assertThat(fix.edits())
                    .containsExactly(new TextEdit(new TextRange(9, 9), "safe_")));
  }

  @Test
  void rejectsARepairThatTheRuleStillReports() {
    rule("load", "yaml\\.load\\([a-z]+\\)");
    SourceFile file = python("a = yaml.load(x)\n");
    assertThat(reason(file, finding(file, "load", 0, "wrap(yaml.load(x))")))
        .isEqualTo("the rule still reports the result");
    assertThat(reason(file, finding(file, "load", 0, "yaml.load(y)")))
        .isEqualTo("the rule still reports the result");
  }

  @Test
  void rejectsARepairThatBreaksTheCode() {
    rule("load", "yaml\\.load\\([a-z]+\\)");
    SourceFile file = python("a = yaml.load(x)\n");
    assertThat(reason(file, finding(file, "load", 0, "yaml.safe_load(x")))
        .startsWith("the result does not parse");
    SourceFile java = new SourceFile("A.java", Language.JAVA, "class A { int a = yaml.load(x); }");
    assertThat(reason(java, finding(java, "load", 0, "1 +")))
        .startsWith("the result does not parse");
  }

  @Test
  void rejectsARepairThatBringsANewFinding() {
    rule("load", "yaml\\.load\\([a-z]+\\)");
    rule("exec", "exec");
    SourceFile file = python("exec(1)\na = yaml.load(x)\n");
    assertThat(reason(file, finding(file, "load", 0, "exec(x)")))
        .isEqualTo("it brings a new finding of exec in line 2");
  }

  @Test
  void doesNotTakeMovedFindingsForNewOnes() {
    rule("load", "yaml\\.load\\([a-z]+\\)");
    rule("call", "run\\(.*\\)");
    SourceFile file = python("run(yaml.load(x))\nrun(yaml.load(y))\nrun(z)\n");
    FileFixes fixes =
        prover()
            .proveAll(
                file,
                List.of(
                    finding(file, "load", 1, "yaml.safe_load(y)"),
                    finding(file, "load", 0, "yaml.safe_load(x)")));
    assertThat(fixes.rejected()).isEmpty();
    assertThat(fixes.proven()).hasSize(2);
    assertThat(fixes.after()).isEqualTo("run(yaml.safe_load(x))\nrun(yaml.safe_load(y))\nrun(z)\n");
    assertThat(fixes.isChange()).isTrue();
  }

  @Test
  void rejectsARepairThatBringsASuppressedFindingBack() {
    rule("load", "yaml\\.load\\([a-z]+\\)");
    rule("exec", "exec\\(1\\)");
    SourceFile file = python("exec(1) # quiet\na = yaml.load(x)\n");
    Finding load = finding(file, "load", 0, "safe(x)");
    Finding eager = withFix(load, new TextEdit(new TextRange(7, 15), ""), edit(load, "safe(x)"));
    assertThat(reason(file, eager)).isEqualTo("it brings a new finding of exec in line 1");
    assertThat(prover().prove(file, load)).isInstanceOf(ProvenFix.class);
  }

  @Test
  void keepsTheFirstOfTwoRepairsOfOnePlace() {
    rule("load", "yaml\\.load");
    rule("args", "load\\(x\\)");
    SourceFile file = python("a = yaml.load(x)\n");
    FileFixes fixes =
        prover()
            .proveAll(
                file,
                List.of(
                    finding(file, "load", 0, "yaml.read"), finding(file, "args", 0, "open(y)")));
    assertThat(fixes.proven()).extracting(fix -> fix.finding().ruleId()).containsExactly("load");
    assertThat(fixes.rejected())
        .extracting(RejectedFix::reason)
        .containsExactly("not together with other repairs: the edits overlap");
    assertThat(fixes.after()).isEqualTo("a = yaml.read(x)\n");
  }

  @Test
  void leavesOutWhatIsOnlyWrongTogether() {
    rule("a", "aa");
    rule("b", "bb");
    rule("both", "(?s)one.*two");
    SourceFile file = python("x = aa\ny = bb\n");
    FileFixes fixes =
        prover()
            .proveAll(file, List.of(finding(file, "a", 0, "one"), finding(file, "b", 0, "two")));
    assertThat(fixes.after()).isEqualTo("x = one\ny = bb\n");
    assertThat(fixes.rejected())
        .extracting(RejectedFix::reason)
        .containsExactly(
            "not together with other repairs: it brings a new finding of both in line 1");
  }

  @Test
  void findsTheGoodRepairsAmongManyInFewTrials() {
    rule("load", "load\\(.\\)");
    SourceFile file = python("load(x)\n".repeat(300));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      findings.add(finding(file, "load", i, i % 100 == 7 ? "load(y)" : "read(x)"));
    }
    int[] trials = {0};
    FixProver counting =
        new FixProver(
            new Parsers(),
            text -> {
              trials[0]++;
              return examine(text);
            });
    FileFixes fixes = counting.proveAll(file, findings);
    assertThat(fixes.proven()).hasSize(297);
    assertThat(fixes.rejected()).hasSize(3);
    assertThat(trials[0]).isLessThan(60);
  }

  @Test
  void givesUpOnAFileWhoseRepairsAllFail() {
    rule("load", "load\\(.\\)");
    SourceFile file = python("load(x)\n".repeat(200));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      findings.add(finding(file, "load", i, "load(y)"));
    }
    FileFixes fixes = prover().proveAll(file, findings);
    assertThat(fixes.isChange()).isFalse();
    assertThat(fixes.rejected())
        .hasSize(200)
        .extracting(RejectedFix::reason)
        .contains("the rule still reports the result")
        .contains("not tried, the file has too many repairs that fail");
  }

  @Test
  void offersNothingForSuppressedFindingsAndThoseWithoutAFix() {
    rule("load", "load");
    SourceFile file = python("load(load)\n");
    Finding first = finding(file, "load", 0, "read");
    FileFixes fixes =
        prover()
            .proveAll(
                file,
                List.of(
                    first.withSuppression(new Suppression(Suppression.Kind.BASELINE, "")),
                    withFix(first)));
    assertThat(fixes.isChange()).isFalse();
    assertThat(fixes.rejected()).isEmpty();
  }

  @Test
  void rejectsWhatChangesNothingOrLiesOutside() {
    rule("load", "load");
    SourceFile file = python("load(x)\n");
    assertThat(reason(file, finding(file, "load", 0, "load"))).isEqualTo("it changes nothing");
    Finding outside = withFix(finding(file, "load", 0, ""), new TextEdit(new TextRange(0, 99), ""));
    assertThat(reason(file, outside)).isEqualTo("its edits overlap or lie outside the file");
  }

  @Test
  void rejectsARepairOnWhichARuleDoesNotFinish() {
    rule("load", "load");
    cutWhenTextHolds.add("slow");
    SourceFile file = python("load(x)\n");
    assertThat(reason(file, finding(file, "load", 0, "slow")))
        .isEqualTo("the rule slow.rule did not finish on the result");
  }

  @Test
  void repairsTextThatIsNotParsed() {
    rule("secret", "token-[0-9]+");
    SourceFile file = new SourceFile("a.txt", Language.TEXT, "a token-1 ((( b");
    assertThat(prover().proveAll(file, List.of(finding(file, "secret", 0, "$TOKEN"))).after())
        .isEqualTo("a $TOKEN ((( b");
  }

  @Test
  void provesNothingWhereRulesCannotExamine() {
    rule("load", "load");
    SourceFile file = python("load(x)\n");
    FixProver prover =
        new FixProver(
            new Parsers(),
            text -> new FileOutcome.Unparsable(text.path(), text.language(), 1, "no", List.of()));
    assertThat(prover.prove(file, finding(file, "load", 0, "read")))
        .isInstanceOfSatisfying(
            RejectedFix.class,
            reject -> assertThat(reject.reason()).isEqualTo("not all rules can examine the file"));
  }

  private void rule(String id, String regex) {
    rules.put(id, Pattern.compile(regex));
  }

  private FixProver prover() {
    return new FixProver(new Parsers(), this::examine);
  }

  private FileOutcome examine(SourceFile file) {
    List<Finding> findings = new ArrayList<>();
    rules.forEach((id, regex) -> {
      Matcher matcher = regex.matcher(file.text());
      while (matcher.find()) {
        Finding finding = finding(file, id, new TextRange(matcher.start(), matcher.end()));
        boolean isQuiet = file.line(finding.place().start().line()).contains("# quiet");
        findings.add(
            isQuiet
                ? finding.withSuppression(new Suppression(Suppression.Kind.IN_SOURCE, ""))
                : finding);
      }
    });
    List<FileOutcome.CutRule> cuts =
        cutWhenTextHolds.stream()
            .filter(file.text()::contains)
            .map(word -> new FileOutcome.CutRule(word + ".rule", "time"))
            .toList();
    return new FileOutcome.Analysed(
        file.path(), file.language(), 1, file.lineCount(), findings, List.of(), cuts);
  }

  private String reason(SourceFile file, Finding finding) {
    return prover().prove(file, finding) instanceof RejectedFix(_, String reason) ? reason : "";
  }

  private Finding finding(SourceFile file, String rule, int ordinal, String fix) {
    Matcher matcher = rules.get(rule).matcher(file.text());
    for (int i = 0; i <= ordinal; i++) {
      assertThat(matcher.find()).isTrue();
    }
    Finding finding = finding(file, rule, new TextRange(matcher.start(), matcher.end()));
    return withFix(finding, edit(finding, fix));
  }

  private static TextEdit edit(Finding finding, String replacement) {
    return new TextEdit(finding.place().range(), replacement);
  }

  private static Finding finding(SourceFile file, String rule, TextRange range) {
    return new Finding(
        rule,
        Severity.LOW,
        Confidence.LOW,
        Place.of(file, range),
        "message",
        rule + range.start(),
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Finding withFix(Finding finding, TextEdit... edits) {
    return new Finding(
        finding.ruleId(),
        finding.severity(),
        finding.confidence(),
        finding.place(),
        finding.message(),
        finding.fingerprint(),
        finding.metavariables(),
        finding.flow(),
        List.of(edits),
        finding.suppression());
  }

  private static SourceFile python(String text) {
    return new SourceFile("a.py", Language.PYTHON, text);
  }
}
