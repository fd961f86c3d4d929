package dev.coderev.review.config;

import dev.coderev.analysis.engine.AnalysisLimits;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.review.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the project under review. Absent values leave the choice to the command line and
 * the defaults.
 *
 * @param rulePaths rule files and folders, absolute
 * @param onlyOwnRules whether the built-in packs are left out
 * @param enabled only rules with these ids run; {@code *} stands for anything; empty means all
 * @param disabled rules with these ids do not run
 * @param severities the first that fits a rule's id replaces its severity
 * @param inTests the most that a security finding in the code of tests weighs, unless {@code
 *     severities} speaks of its rule
 * @param ofLongFlows likewise, the most that a flow over many steps weighs
 * @param ofDoubtfulFlows likewise, the most that a flow weighs whose data may be nobody's or
 *     harmless
 * @param baseline absolute
 * @param models sources, sinks and the like that are added to those of the packs: a model file with
 *     the lines of the configuration
 */
public record ProjectConfig(
    List<Path> rulePaths,
    boolean onlyOwnRules,
    List<IdGlob> enabled,
    List<IdGlob> disabled,
    List<SeverityOverride> severities,
    Severity inTests,
    Severity ofLongFlows,
    Severity ofDoubtfulFlows,
    Optional<Severity> floor,
    Optional<Severity> failOn,
    Optional<Path> baseline,
    Optional<Integer> jobs,
    WorkspaceSettings workspace,
    AnalysisLimits limits,
    Optional<RuleText> models) {

  /** What holds where there is no configuration. */
  public static final ProjectConfig DEFAULT =
      new ProjectConfig(
          List.of(),
          false,
          List.of(),
          List.of(),
          List.of(),
          Severity.LOW,
          Severity.MEDIUM,
          Severity.MEDIUM,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          WorkspaceSettings.DEFAULT,
          AnalysisLimits.DEFAULT,
          Optional.empty());

  /** A severity for rules whose id fits. */
  public record SeverityOverride(IdGlob rules, Severity severity) {}

  public ProjectConfig {
    rulePaths = List.copyOf(rulePaths);
    enabled = List.copyOf(enabled);
    disabled = List.copyOf(disabled);
    severities = List.copyOf(severities);
  }

  /** Whether a rule with this id is to run. */
  public boolean runs(String ruleId) {
    boolean chosen = enabled.isEmpty() || enabled.stream().anyMatch(glob -> glob.fits(ruleId));
    return chosen && disabled.stream().noneMatch(glob -> glob.fits(ruleId));
  }

  public Severity severityOf(String ruleId, Severity otherwise) {
    return chosenSeverity(ruleId).orElse(otherwise);
  }

  /** What {@code severities} says of the rule with this id, if anything. */
  public Optional<Severity> chosenSeverity(String ruleId) {
    return severities.stream()
        .filter(override -> override.rules().fits(ruleId))
        .map(SeverityOverride::severity)
        .findFirst();
  }
}
