package dev.coderev.analysis.rule;

import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.source.Language;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One rule.
 *
 * @param languages whose files it applies to; every language, {@link Language#TEXT} included, for
 *     rules on {@code regex}, {@code none} or {@code generic}
 * @param regexOnly whether it is on {@code regex}, {@code none} or {@code generic}: on the text of
 *     files, without a tree
 * @param options the {@code options} map as written: booleans, numbers and text by name
 * @param place of its id
 */
public record Rule(
    String id,
    Set<Language> languages,
    boolean regexOnly,
    String message,
    Severity severity,
    Confidence confidence,
    RuleMetadata metadata,
    RuleMode mode,
    Optional<RuleFix> fix,
    PathFilter paths,
    Map<String, Object> options,
    RulePlace place)
    implements ListedRule {
  public Rule {
    languages = Set.copyOf(languages);
    options = Map.copyOf(options);
  }

  @Override
  public Rule whole() {
    return this;
  }

  @Override
  public Rule withSeverity(Severity other) {
    return new Rule(
        id,
        languages,
        regexOnly,
        message,
        other,
        confidence,
        metadata,
        mode,
        fix,
        paths,
        options,
        place);
  }

  /** Whether the boolean option is set, {@code otherwise} where it is not given. */
  public boolean option(String name, boolean otherwise) {
    return options.get(name) instanceof Boolean given ? given : otherwise;
  }
}
