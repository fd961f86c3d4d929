package dev.coderev.analysis.rule;

import dev.coderev.analysis.source.Language;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A test on what a metavariable stands for. Names carry their {@code $}. */
public sealed interface Condition {
  RulePlace place();

  /** {@code metavariable-regex}, anchored at the beginning of the text. */
  record MetavariableRegex(
      String metavariable, Pattern regex, boolean constantPropagation, RulePlace place)
      implements Condition {}

  /** {@code metavariable-pattern}; {@code language} only where it differs from the rule's. */
  record MetavariablePattern(
      String metavariable, Optional<PatternLanguage> language, Formula formula, RulePlace place)
      implements Condition {}

  /**
   * {@code metavariable-comparison}; {@code base} and {@code strip} concern {@code metavariable}.
   */
  record MetavariableComparison(
      Optional<String> metavariable,
      ComparisonExpression comparison,
      boolean strip,
      Optional<Integer> base,
      RulePlace place)
      implements Condition {}

  /** {@code metavariable-analysis}. */
  record MetavariableAnalysis(String metavariable, Analyzer analyzer, RulePlace place)
      implements Condition {}

  /** {@code metavariable-type}. */
  record MetavariableType(String metavariable, List<String> types, RulePlace place)
      implements Condition {
    public MetavariableType {
      types = List.copyOf(types);
    }
  }

  /** What {@code metavariable-analysis} can compute. */
  enum Analyzer {
    ENTROPY,
    REDOS,
    POLYNOMIAL_REDOS
  }

  /** How the text of a metavariable is to be read. */
  sealed interface PatternLanguage {
    record Code(Language language) implements PatternLanguage {}

    /** {@code generic}: words and punctuation of any text. */
    record Generic() implements PatternLanguage {}

    /** {@code regex}: only regular expressions apply. */
    record RegexOnly() implements PatternLanguage {}
  }
}
