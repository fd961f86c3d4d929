package dev.coderev.analysis.rulepack;

import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.rule.LabelExpression;
import dev.coderev.analysis.rule.PathFilter;
import dev.coderev.analysis.rule.Placement;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleFix;
import dev.coderev.analysis.rule.RuleMetadata;
import dev.coderev.analysis.rule.RuleMode;
import dev.coderev.analysis.rule.TaintSpec;
import dev.coderev.analysis.source.Language;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What reads the rules that {@link RuleWriter} wrote. */
public final class RuleDecoder {
  static final int LABEL = 0;
  static final int CONSTANT = 1;
  static final int NOT = 2;
  static final int AND = 3;
  static final int OR = 4;

  static final int TEXT = 0;
  static final int WHOLE = 1;
  static final int FRACTION = 2;
  static final int TRUTH = 3;
  static final int LIST = 4;
  static final int MAP = 5;

  private static final Language[] LANGUAGES = Language.values();
  private static final Severity[] SEVERITIES = Severity.values();
  private static final Confidence[] CONFIDENCES = Confidence.values();
  private static final Placement[] PLACEMENTS = Placement.values();
  private static final TaintSpec.SideEffect[] SIDE_EFFECTS = TaintSpec.SideEffect.values();

  private RuleDecoder() {}

  /** The rule that stands here. */
  public static Rule rule(PackInput in) {
    return new Rule(
        in.text(),
        languages(in),
        in.flag(),
        in.text(),
        SEVERITIES[in.number()],
        CONFIDENCES[in.number()],
        new RuleMetadata(in.text(), in.texts(), in.texts(), in.texts(), map(in)),
        in.flag() ? taint(in) : new RuleMode.Search(FormulaDecoder.formula(in)),
        FormulaDecoder.optional(in, RuleDecoder::fix),
        new PathFilter(in.texts(), in.texts()),
        map(in),
        FormulaDecoder.place(in));
  }

  private static Set<Language> languages(PackInput in) {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    for (int left = in.number(); left > 0; left--) {
      languages.add(LANGUAGES[in.number()]);
    }
    return languages;
  }

  private static RuleFix fix(PackInput in) {
    return in.flag()
        ? new RuleFix.RegexReplacement(FormulaDecoder.regex(in), in.text(), in.number())
        : new RuleFix.Replacement(in.text());
  }

  private static RuleMode taint(PackInput in) {
    return new RuleMode.Taint(
        new TaintSpec(
            in.list(RuleDecoder::source),
            in.list(RuleDecoder::sink),
            in.list(RuleDecoder::sanitizer),
            in.list(RuleDecoder::propagator)));
  }

  private static TaintSpec.Source source(PackInput in) {
    return new TaintSpec.Source(
        FormulaDecoder.formula(in),
        SIDE_EFFECTS[in.number()],
        in.flag(),
        in.flag(),
        in.text(),
        FormulaDecoder.optional(in, RuleDecoder::labels));
  }

  private static TaintSpec.Sink sink(PackInput in) {
    return new TaintSpec.Sink(
        FormulaDecoder.formula(in),
        in.flag(),
        in.flag(),
        FormulaDecoder.optional(in, RuleDecoder::labels));
  }

  private static TaintSpec.Sanitizer sanitizer(PackInput in) {
    return new TaintSpec.Sanitizer(
        FormulaDecoder.formula(in),
        in.flag(),
        in.flag(),
        in.flag(),
        FormulaDecoder.optional(in, RuleDecoder::guard),
        FormulaDecoder.optional(in, given -> PLACEMENTS[given.number()]));
  }

  private static TaintSpec.Guard guard(PackInput in) {
    return new TaintSpec.Guard(
        in.texts(),
        in.flag(),
        FormulaDecoder.optional(in, PackInput::text),
        FormulaDecoder.optional(in, PackInput::text),
        in.flag(),
        in.text());
  }

  private static TaintSpec.Propagator propagator(PackInput in) {
    return new TaintSpec.Propagator(
        FormulaDecoder.formula(in),
        in.text(),
        in.text(),
        in.flag(),
        FormulaDecoder.optional(in, PackInput::text),
        in.texts(),
        FormulaDecoder.optional(in, RuleDecoder::labels));
  }

  private static LabelExpression labels(PackInput in) {
    return switch (in.number()) {
      case LABEL -> new LabelExpression.Label(in.text());
      case CONSTANT -> new LabelExpression.Constant(in.flag());
      case NOT -> new LabelExpression.Not(labels(in));
      case AND -> new LabelExpression.And(labels(in), labels(in));
      default -> new LabelExpression.Or(labels(in), labels(in));
    };
  }

  private static Map<String, Object> map(PackInput in) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int left = in.number(); left > 0; left--) {
      map.put(in.text(), value(in));
    }
    return map;
  }

  private static Object value(PackInput in) {
    return switch (in.number()) {
      case TEXT -> in.text();
      case WHOLE -> in.wide();
      case FRACTION -> Double.longBitsToDouble(in.wide());
      case TRUTH -> in.flag();
      case LIST -> in.list(RuleDecoder::value);
      default -> map(in);
    };
  }
}
