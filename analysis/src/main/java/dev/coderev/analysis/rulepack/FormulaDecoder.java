package dev.coderev.analysis.rulepack;

import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.rule.Condition;
import dev.coderev.analysis.rule.Condition.PatternLanguage;
import dev.coderev.analysis.rule.Formula;
import dev.coderev.analysis.rule.RulePlace;
import dev.coderev.analysis.source.Language;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What reads the formulas that {@link FormulaWriter} wrote. */
final class FormulaDecoder {
  static final int CODE = 0;
  static final int REGEX = 1;
  static final int ALL = 2;
  static final int ANY = 3;
  static final int NOT = 4;
  static final int INSIDE = 5;

  static final int ON_REGEX = 0;
  static final int ON_PATTERN = 1;
  static final int ON_COMPARISON = 2;
  static final int ON_ANALYSIS = 3;
  static final int ON_TYPE = 4;

  static final int AS_CODE = 0;
  static final int AS_GENERIC = 1;
  static final int AS_REGEX = 2;

  private static final Language[] LANGUAGES = Language.values();

  private FormulaDecoder() {}

  static Formula formula(PackInput in) {
    RulePlace place = place(in);
    return switch (in.number()) {
      case CODE -> new Formula.Code(in.text(), place);
      case REGEX -> new Formula.Regex(regex(in), place);
      case ALL ->
          new Formula.All(
              in.list(FormulaDecoder::formula),
              in.list(FormulaDecoder::condition),
              in.list(PackInput::texts),
              place);
      case ANY -> new Formula.Any(in.list(FormulaDecoder::formula), place);
      case NOT -> new Formula.Not(formula(in), place);
      default -> new Formula.Inside(formula(in), place);
    };
  }

  private static Condition condition(PackInput in) {
    RulePlace place = place(in);
    return switch (in.number()) {
      case ON_REGEX -> new Condition.MetavariableRegex(in.text(), regex(in), in.flag(), place);
      case ON_PATTERN ->
          new Condition.MetavariablePattern(
              in.text(), optional(in, FormulaDecoder::language), formula(in), place);
      case ON_COMPARISON ->
          new Condition.MetavariableComparison(
              optional(in, PackInput::text),
              ComparisonDecoder.expression(in),
              in.flag(),
              optional(in, PackInput::number),
              place);
      case ON_ANALYSIS ->
          new Condition.MetavariableAnalysis(
              in.text(), Condition.Analyzer.values()[in.number()], place);
      default -> new Condition.MetavariableType(in.text(), in.texts(), place);
    };
  }

  private static PatternLanguage language(PackInput in) {
    return switch (in.number()) {
      case AS_CODE -> new PatternLanguage.Code(LANGUAGES[in.number()]);
      case AS_GENERIC -> new PatternLanguage.Generic();
      default -> new PatternLanguage.RegexOnly();
    };
  }

  static Pattern regex(PackInput in) {
    String regex = in.text();
    return Pattern.compile(regex, in.number());
  }

  static RulePlace place(PackInput in) {
    return new RulePlace(in.text(), in.number(), in.number());
  }

  static <T> Optional<T> optional(PackInput in, Function<PackInput, T> read) {
    return in.flag() ? Optional.of(read.apply(in)) : Optional.empty();
  }
}
