package dev.coderev.analysis.rulepack;

import dev.coderev.analysis.pack.PackOutput;
import dev.coderev.analysis.rule.LabelExpression;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleFix;
import dev.coderev.analysis.rule.RuleMetadata;
import dev.coderev.analysis.rule.RuleMode;
import dev.coderev.analysis.rule.TaintSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What writes whole rules; {@link RuleDecoder} reads them. */
public final class RuleWriter {
  private final PackOutput out;
  private final FormulaWriter formulas;

  public RuleWriter(PackOutput out) {
    this.out = out;
    this.formulas = new FormulaWriter(out);
  }

  /** Writes everything of a rule. */
  public void write(Rule rule) {
    out.text(rule.id());
    out.list(rule.languages().stream().sorted().toList(), out::constant);
    out.flag(rule.regexOnly());
    out.text(rule.message());
    out.constant(rule.severity());
    out.constant(rule.confidence());
    metadata(rule.metadata());
    switch (rule.mode()) {
      case RuleMode.Search(var formula) -> {
        out.flag(false);
        formulas.formula(formula);
      }
      case RuleMode.Taint(TaintSpec spec) -> {
        out.flag(true);
        out.list(spec.sources(), this::source);
        out.list(spec.sinks(), this::sink);
        out.list(spec.sanitizers(), this::sanitizer);
        out.list(spec.propagators(), this::propagator);
      }
    }
    formulas.optional(rule.fix(), this::fix);
    out.texts(rule.paths().include());
    out.texts(rule.paths().exclude());
    map(rule.options());
    formulas.place(rule.place());
  }

  private void metadata(RuleMetadata metadata) {
    out.text(metadata.category());
    out.texts(metadata.cwe());
    out.texts(metadata.owasp());
    out.texts(metadata.references());
    map(metadata.all());
  }

  private void fix(RuleFix fix) {
    switch (fix) {
      case RuleFix.Replacement(String template) -> {
        out.flag(false);
        out.text(template);
      }
      case RuleFix.RegexReplacement(Pattern regex, String replacement, int count) -> {
        out.flag(true);
        formulas.regex(regex);
        out.text(replacement);
        out.number(count);
      }
    }
  }

  private void source(TaintSpec.Source source) {
    formulas.formula(source.formula());
    out.constant(source.bySideEffect());
    out.flag(source.exact());
    out.flag(source.control());
    out.text(source.label());
    formulas.optional(source.requires(), this::labels);
  }

  private void sink(TaintSpec.Sink sink) {
    formulas.formula(sink.formula());
    out.flag(sink.exact());
    out.flag(sink.atExit());
    formulas.optional(sink.requires(), this::labels);
  }

  private void sanitizer(TaintSpec.Sanitizer sanitizer) {
    formulas.formula(sanitizer.formula());
    out.flag(sanitizer.bySideEffect());
    out.flag(sanitizer.exact());
    out.flag(sanitizer.notConflicting());
    formulas.optional(sanitizer.guard(), this::guard);
    formulas.optional(sanitizer.within(), out::constant);
  }

  private void guard(TaintSpec.Guard guard) {
    out.texts(guard.values());
    out.flag(guard.when());
    formulas.optional(guard.among(), out::text);
    formulas.optional(guard.matching(), out::text);
    out.flag(guard.whole());
    out.text(guard.forbids());
  }

  private void propagator(TaintSpec.Propagator propagator) {
    formulas.formula(propagator.formula());
    out.text(propagator.from());
    out.text(propagator.to());
    out.flag(propagator.bySideEffect());
    formulas.optional(propagator.label(), out::text);
    out.texts(propagator.replacedLabels());
    formulas.optional(propagator.requires(), this::labels);
  }

  private void labels(LabelExpression expression) {
    switch (expression) {
      case LabelExpression.Label(String name) -> {
        out.number(RuleDecoder.LABEL);
        out.text(name);
      }
      case LabelExpression.Constant(boolean value) -> {
        out.number(RuleDecoder.CONSTANT);
        out.flag(value);
      }
      case LabelExpression.Not(LabelExpression operand) -> {
        out.number(RuleDecoder.NOT);
        labels(operand);
      }
      case LabelExpression.And(LabelExpression left, LabelExpression right) -> {
        out.number(RuleDecoder.AND);
        labels(left);
        labels(right);
      }
      case LabelExpression.Or(LabelExpression left, LabelExpression right) -> {
        out.number(RuleDecoder.OR);
        labels(left);
        labels(right);
      }
    }
  }

  private void map(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    out.list(
        sorted.entrySet(),
        entry -> {
          out.text(entry.getKey());
          value(entry.getValue());
        });
  }

  private void value(Object value) {
    switch (value) {
      case String text -> {
        out.number(RuleDecoder.TEXT);
        out.text(text);
      }
      case Long number -> {
        out.number(RuleDecoder.WHOLE);
        out.wide(number);
      }
      case Double number -> {
        out.number(RuleDecoder.FRACTION);
        out.wide(Double.doubleToRawLongBits(number));
      }
      case Boolean truth -> {
        out.number(RuleDecoder.TRUTH);
        out.flag(truth);
      }
      case List<?> list -> {
        out.number(RuleDecoder.LIST);
        out.list(list, this::value);
      }
      case Map<?, ?> map -> {
        out.number(RuleDecoder.MAP);
        map(map);
      }
      default -> throw new IllegalArgumentException("no value of a rule file: " + value.getClass());
    }
  }
}
