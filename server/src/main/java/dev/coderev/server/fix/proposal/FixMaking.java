package dev.coderev.server.fix.proposal;

import dev.coderev.analysis.engine.ProgressListener;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.fix.Edits;
import dev.coderev.analysis.fix.FileFixes;
import dev.coderev.analysis.fix.FixOutcome.ProvenFix;
import dev.coderev.analysis.fix.FixOutcome.RejectedFix;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.review.fix.UnifiedDiff;
import dev.coderev.review.result.Verdict;
import dev.coderev.review.run.FixRun;
import dev.coderev.server.analysis.engine.ReviewEngine;
import dev.coderev.server.analysis.engine.ReviewEngine.Choice;
import dev.coderev.server.fix.FixStatus;
import dev.coderev.server.fix.proposal.Fix.Proof;
import dev.coderev.server.platform.database.TemporaryFolder;
import dev.coderev.server.platform.database.Workspace;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.log.LogFunctionCall;
import dev.coderev.server.project.ProjectSettings;
import dev.coderev.server.project.SourceSnapshots;
import dev.coderev.server.project.SourceSnapshots.Snapshot;
import dev.coderev.server.vulnerability.Issue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a repair of an issue and proves it: edit → parses → rule silent → nothing new. */
@Component
class FixMaking {
  private static final double BASE_CONFIDENCE = 0.85;
  private static final double PER_VERIFIED = 0.02;
  private static final double PER_FAILED = -0.05;
  private static final double LEAST_BOOST = -0.20;
  private static final double MOST_BOOST = 0.15;

  private final ReviewEngine engine;
  private final SourceSnapshots sources;
  private final Workspace workspace;

  FixMaking(ReviewEngine engine, SourceSnapshots sources, Workspace workspace) {
    this.workspace = workspace;
    this.engine = engine;
    this.sources = sources;
  }

  /**
   * A proven repair of the issue in the newest source.
   *
   * @throws JobFailed if there is none, with the reason
   */
  @LogFunctionCall
  Fix make(String fixId, Issue issue, ProjectSettings settings, Fixes.Past record) {
    Snapshot snapshot =
        sources
            .latest(issue.projectId(), SourceSnapshots.MAIN)
            .orElseThrow(() -> new JobFailed("the project has no source"));
    byte[] bytes =
        sources
            .content(snapshot.id(), issue.file())
            .orElseThrow(() -> new JobFailed("the file is no longer there"));
    FixRun before = review(issue.file(), bytes, settings);
    Chosen chosen = choose(before, issue);
    SourceFile file = chosen.file();
    Edits edits =
        Edits.of(chosen.fix().edits(), file)
            .orElseThrow(() -> new JobFailed("the edits contradict each other"));
    String after = edits.applyTo(file.text());
    byte[] content = after.getBytes(StandardCharsets.UTF_8);
    Proof proof = proof(before, review(issue.file(), content, settings), chosen.fix().finding());
    if (!proof.holds()) {
      throw new JobFailed("the repair could not be proven");
    }
    String diff = UnifiedDiff.of(issue.file(), file.text(), after);
    long changed = diff.lines().filter(line -> line.startsWith("+")).count() - 1;
    String risk = changed <= 2 ? "low" : changed <= 6 ? "medium" : "high";
    return new Fix(
        fixId,
        issue.key(),
        issue.projectId(),
        FixStatus.PENDING,
        "Repairs: " + issue.title(),
        issue.rule(),
        issue.file(),
        chosen.fix().finding().place().start().line(),
        lines(diff, '-'),
        lines(diff, '+'),
        diff,
        content,
        Secrets.sha256(bytes),
        confidence(record),
        risk,
        !risk.equals("low"),
        proof,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether the rule is silent on this content and nothing else has come up. */
  Proof verify(Fix fix, byte[] original, ProjectSettings settings) {
    FixRun before = review(fix.file(), original, settings);
    FixRun after = review(fix.file(), fix.content(), settings);
    Optional<Finding> repaired =
        before.result().active().stream()
            .filter(f -> f.ruleId().equals(fix.rule()) && f.place().start().line() == fix.line())
            .findFirst();
    return repaired
        .map(finding -> proof(before, after, finding))
        .orElseGet(() -> new Proof(false, true, true, 0, Optional.empty()));
  }

  private FixRun review(String path, byte[] content, ProjectSettings settings) {
    try (TemporaryFolder folder = workspace.open()) {
      Path file = folder.path().resolve(path).normalize();
      if (!file.startsWith(folder.path())) {
        throw new JobFailed("the path leaves the project");
      }
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return engine.fixes(
          folder.path(),
          List.of(file),
          new Choice(settings.enabledRules(), settings.ignoredPaths(), Optional.empty()),
          ProgressListener.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Chosen(SourceFile file, ProvenFix fix) {}

  private static Chosen choose(FixRun run, Issue issue) {
    Optional<Chosen> byLine = Optional.empty();
    for (FileFixes file : run.files()) {
      for (ProvenFix fix : file.proven()) {
        if (fix.finding().fingerprint().equals(issue.fingerprint())) {
          return new Chosen(file.before(), fix);
        }
        if (fix.finding().ruleId().equals(issue.rule())
            && fix.finding().place().start().line() == issue.line()) {
          byLine = Optional.of(new Chosen(file.before(), fix));
        }
      }
    }
    return byLine.orElseThrow(() -> new JobFailed(reason(run, issue)));
  }

  private static String reason(FixRun run, Issue issue) {
    return run.files().stream()
        .flatMap(file -> file.rejected().stream())
        .filter(rejected -> rejected.finding().ruleId().equals(issue.rule()))
        .map(RejectedFix::reason)
        .findFirst()
        .map(why -> "the repair is not offered: " + why)
        .orElse("the issue is no longer there, or its rule has no repair");
  }

  private static Proof proof(FixRun before, FixRun after, Finding repaired) {
    Map<String, Integer> was = counts(before.result().active());
    Map<String, Integer> is = counts(after.result().active());
    int added = 0;
    for (Map.Entry<String, Integer> rule : is.entrySet()) {
      added += Math.max(0, rule.getValue() - was.getOrDefault(rule.getKey(), 0));
    }
    Verdict verdict = after.result().verdict();
    return new Proof(
        true,
        verdict == Verdict.CLEAN || verdict == Verdict.FINDINGS,
        is.getOrDefault(repaired.ruleId(), 0) < was.getOrDefault(repaired.ruleId(), 0),
        added,
        Optional.empty());
  }

  private static Map<String, Integer> counts(List<Finding> findings) {
    Map<String, Integer> counts = new HashMap<>();
    findings.forEach(finding -> counts.merge(finding.ruleId(), 1, Integer::sum));
    return counts;
  }

  private static String lines(String diff, char sign) {
    return diff.lines()
        .skip(2)
        .filter(line -> !line.isEmpty() && line.charAt(0) == sign)
        .map(line -> line.substring(1))
        .reduce((one, other) -> one + "\n" + other)
        .orElse("");
  }

  private static double confidence(Fixes.Past record) {
    double boost = record.verified() * PER_VERIFIED + record.failed() * PER_FAILED;
    double value = BASE_CONFIDENCE + Math.clamp(boost, LEAST_BOOST, MOST_BOOST);
    return Math.min(1, Math.round(value * 1000) / 1000.0);
  }
}
