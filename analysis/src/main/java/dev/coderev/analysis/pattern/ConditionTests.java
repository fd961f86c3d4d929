package dev.coderev.analysis.pattern;

import dev.coderev.analysis.regex.ExponentialMatching;
import dev.coderev.analysis.regex.PolynomialMatching;
import dev.coderev.analysis.regex.RegexText;
import dev.coderev.analysis.resolve.Constant;
import dev.coderev.analysis.rule.Condition;
import dev.coderev.analysis.rule.Condition.MetavariableAnalysis;
import dev.coderev.analysis.rule.Condition.MetavariableComparison;
import dev.coderev.analysis.rule.Condition.MetavariablePattern;
import dev.coderev.analysis.rule.Condition.MetavariableRegex;
import dev.coderev.analysis.rule.Condition.MetavariableType;
import dev.coderev.analysis.rule.Condition.PatternLanguage;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** The conditions on what metavariables stand for. */
final class ConditionTests {
  private static final Optional<Collection<Bindings>> HOLDS = Optional.of(List.of());

  private final FileContext context;
  private final Deadline deadline;

  ConditionTests(FileContext context, Deadline deadline) {
    this.context = context;
    this.deadline = deadline;
  }

  /** Empty where the condition fails, otherwise what it binds in addition. */
  Optional<Collection<Bindings>> holds(FormulaNode.Test test, Ranged range) {
    Condition condition = test.condition();
    return switch (condition) {
      case MetavariableRegex regex -> regex(regex, range);
      case MetavariablePattern nested -> nested(nested, test.formula().orElseThrow(), range);
      case MetavariableComparison comparison ->
          outcome(new Comparisons(context, range.bindings(), deadline).holds(comparison));
      case MetavariableAnalysis analysis -> outcome(analysis(analysis, range));
      case MetavariableType type -> outcome(type(type, test.types(), range));
    };
  }

  private static Optional<Collection<Bindings>> outcome(boolean holds) {
    return holds ? HOLDS : Optional.empty();
  }

  private Optional<Collection<Bindings>> regex(MetavariableRegex condition, Ranged range) {
    Binding binding = range.bindings().find(condition.metavariable());
    if (binding == null) {
      return Optional.empty();
    }
    String text = condition.constantPropagation() ? constantText(binding) : binding.text();
    Matcher matcher = condition.regex().matcher(new DeadlineText(text, deadline));
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    if (matcher.namedGroups().isEmpty()) {
      return HOLDS;
    }
    return Optional.of(List.of(FormulaEvaluator.RegexGroups.of(matcher, binding.range().start())));
  }

  /** The value that the bound code is known to have, otherwise its text. */
  private String constantText(Binding binding) {
    if (!binding.isNode() || context.tree().isEmpty()) {
      return binding.text();
    }
    return context
        .constants()
        .of(binding.node())
        .filter(value -> !(value instanceof Constant.SomeText))
        .map(Constant::show)
        .orElse(binding.text());
  }

  private Optional<Collection<Bindings>> nested(
      MetavariablePattern condition, FormulaNode formula, Ranged range) {
    Binding binding = range.bindings().find(condition.metavariable());
    if (binding == null) {
      return Optional.empty();
    }
    if (condition.language().isPresent()
        && !(condition.language().get() instanceof PatternLanguage.Code(var language)
            && language == context.file().language()
            && !isText(binding))) {
      return OtherText.matches(
          context, condition.language().get(), formula, binding, range, deadline);
    }
    Ranged scope =
        new Ranged(binding.range(), binding.node(), range.bindings(), Ranged.Origin.PATTERN);
    List<Ranged> found =
        new FormulaEvaluator(context, deadline, Optional.of(scope)).ranges(formula);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Collection<Bindings> added = new ArrayList<>();
    for (Ranged one : found) {
      added.add(one.bindings());
    }
    return Optional.of(added);
  }

  private boolean isText(Binding binding) {
    return !binding.isNode() || context.syntax().is(binding.node(), Kind.STRING);
  }

  private boolean analysis(MetavariableAnalysis condition, Ranged range) {
    Binding binding = range.bindings().find(condition.metavariable());
    if (binding == null) {
      return false;
    }
    return switch (condition.analyzer()) {
      case ENTROPY -> Entropy.isHigh(contentOf(context, binding));
      case REDOS -> regexOf(binding).filter(ExponentialMatching::isPossible).isPresent();
      case POLYNOMIAL_REDOS -> regexOf(binding).filter(PolynomialMatching::isPossible).isPresent();
    };
  }

  /** The regular expression that is bound; empty where the code does not spell it out. */
  private Optional<String> regexOf(Binding binding) {
    boolean spelledOut =
        !binding.isNode()
            || context.syntax().is(binding.node(), Kind.REGEX)
            || context.syntax().is(binding.node(), Kind.STRING)
            || context.constants().textOf(binding.node()).isPresent();
    return spelledOut
        ? Optional.of(RegexText.undelimited(contentOf(context, binding)))
        : Optional.empty();
  }

  /** The content of a bound string, otherwise the text of what is bound. */
  static String contentOf(FileContext context, Binding binding) {
    if (binding.isNode() && context.tree().isPresent()) {
      SyntaxTree tree = context.syntax();
      Kind kind = tree.kind(binding.node());
      if (kind == Kind.STRING || kind == Kind.REGEX) {
        return tree.symbol(binding.node());
      }
      Optional<String> constant = context.constants().textOf(binding.node());
      if (constant.isPresent()) {
        return constant.get();
      }
    }
    return binding.text();
  }

  private boolean type(MetavariableType condition, List<LazyPattern> types, Ranged range) {
    Binding binding = range.bindings().find(condition.metavariable());
    if (binding == null || !binding.isNode()) {
      return false;
    }
    for (LazyPattern lazy : types) {
      CodePattern type = lazy.parsed();
      CodeMatcher matcher = new CodeMatcher(type, context, deadline);
      if (matcher.match(type.root(), binding.node(), () -> true)) {
        return true;
      }
    }
    return false;
  }
}
