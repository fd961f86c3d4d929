package dev.coderev.analysis.rulepack;

import dev.coderev.analysis.pack.PackOutput;
import dev.coderev.analysis.rule.ComparisonExpression;
import dev.coderev.analysis.rule.Condition;
import dev.coderev.analysis.rule.Condition.PatternLanguage;
import dev.coderev.analysis.rule.Formula;
import dev.coderev.analysis.rule.RulePlace;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What writes formulas with their conditions; {@link FormulaDecoder} reads them. */
final class FormulaWriter {
  private final PackOutput out;

  FormulaWriter(PackOutput out) {
    this.out = out;
  }

  void formula(Formula formula) {
    place(formula.place());
    switch (formula) {
      case Formula.Code(String text, _) -> {
        out.number(FormulaDecoder.CODE);
        out.text(text);
      }
      case Formula.Regex(Pattern regex, _) -> {
        out.number(FormulaDecoder.REGEX);
        regex(regex);
      }
      case Formula.All(var operands, var conditions, var focus, _) -> {
        out.number(FormulaDecoder.ALL);
        out.list(operands, this::formula);
        out.list(conditions, this::condition);
        out.list(focus, out::texts);
      }
      case Formula.Any(var operands, _) -> {
        out.number(FormulaDecoder.ANY);
        out.list(operands, this::formula);
      }
      case Formula.Not(Formula operand, _) -> {
        out.number(FormulaDecoder.NOT);
        formula(operand);
      }
      case Formula.Inside(Formula operand, _) -> {
        out.number(FormulaDecoder.INSIDE);
        formula(operand);
      }
    }
  }

  private void condition(Condition condition) {
    place(condition.place());
    switch (condition) {
      case Condition.MetavariableRegex(String name, Pattern regex, boolean propagation, _) -> {
        out.number(FormulaDecoder.ON_REGEX);
        out.text(name);
        regex(regex);
        out.flag(propagation);
      }
      case Condition.MetavariablePattern(String name, var language, Formula formula, _) -> {
        out.number(FormulaDecoder.ON_PATTERN);
        out.text(name);
        optional(language, this::language);
        formula(formula);
      }
      case Condition.MetavariableComparison(
              var name,
              var comparison,
              boolean strip,
              var base,
              _) -> {
        out.number(FormulaDecoder.ON_COMPARISON);
        optional(name, out::text);
        comparison(comparison);
        out.flag(strip);
        optional(base, out::number);
      }
      case Condition.MetavariableAnalysis(String name, var analyzer, _) -> {
        out.number(FormulaDecoder.ON_ANALYSIS);
        out.text(name);
        out.constant(analyzer);
      }
      case Condition.MetavariableType(String name, List<String> types, _) -> {
        out.number(FormulaDecoder.ON_TYPE);
        out.text(name);
        out.texts(types);
      }
    }
  }

  private void language(PatternLanguage language) {
    switch (language) {
      case PatternLanguage.Code(var code) -> {
        out.number(FormulaDecoder.AS_CODE);
        out.constant(code);
      }
      case PatternLanguage.Generic _ -> out.number(FormulaDecoder.AS_GENERIC);
      case PatternLanguage.RegexOnly _ -> out.number(FormulaDecoder.AS_REGEX);
    }
  }

  private void comparison(ComparisonExpression expression) {
    switch (expression) {
      case ComparisonExpression.Metavariable(String name) -> {
        out.number(ComparisonDecoder.METAVARIABLE);
        out.text(name);
      }
      case ComparisonExpression.IntegerLiteral(long value) -> {
        out.number(ComparisonDecoder.INTEGER);
        out.wide(value);
      }
      case ComparisonExpression.FloatLiteral(double value) -> {
        out.number(ComparisonDecoder.FLOAT);
        out.wide(Double.doubleToRawLongBits(value));
      }
      case ComparisonExpression.StringLiteral(String value) -> {
        out.number(ComparisonDecoder.STRING);
        out.text(value);
      }
      case ComparisonExpression.BooleanLiteral(boolean value) -> {
        out.number(ComparisonDecoder.BOOLEAN);
        out.flag(value);
      }
      case ComparisonExpression.ListLiteral(var elements) -> {
        out.number(ComparisonDecoder.LIST);
        out.list(elements, this::comparison);
      }
      case ComparisonExpression.Unary(String operator, var operand) -> {
        out.number(ComparisonDecoder.UNARY);
        out.text(operator);
        comparison(operand);
      }
      case ComparisonExpression.Binary(String operator, var left, var right) -> {
        out.number(ComparisonDecoder.BINARY);
        out.text(operator);
        comparison(left);
        comparison(right);
      }
      case ComparisonExpression.Call(String function, var arguments) -> {
        out.number(ComparisonDecoder.CALL);
        out.text(function);
        out.list(arguments, this::comparison);
      }
    }
  }

  void regex(Pattern regex) {
    out.text(regex.pattern());
    out.number(regex.flags());
  }

  void place(RulePlace place) {
    out.text(place.file());
    out.number(place.line());
    out.number(place.column());
  }

  <T> void optional(Optional<T> value, Consumer<? super T> write) {
    out.flag(value.isPresent());
    value.ifPresent(write);
  }
}
