package dev.coderev.analysis.pattern;

import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.pack.PackOutput;
import dev.coderev.analysis.pack.PackTexts;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.rule.Condition;
import dev.coderev.analysis.rule.Condition.MetavariablePattern;
import dev.coderev.analysis.rule.Condition.MetavariableType;
import dev.coderev.analysis.rule.Condition.PatternLanguage;
import dev.coderev.analysis.rule.Formula;
import dev.coderev.analysis.rule.RulePlace;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes formulas ready for matching: parses the patterns in them. Patterns with the same text are
 * compiled once and their matches shared between rules. Safe for use by several threads.
 */
public final class FormulaCompiler {
  private final PatternReading reading;
  private final boolean strict;
  private final Map<PatternKey, LazyPattern> patterns;
  private final Map<CalledNames, CalledNames> called = new ConcurrentHashMap<>();

  /**
   * @param parser for every language that formulas may be in
   */
  public FormulaCompiler(SourceParser parser) {
    this(PatternParser.with(parser), true, new ConcurrentHashMap<>());
  }

  private FormulaCompiler(
      PatternReading reading, boolean strict, Map<PatternKey, LazyPattern> patterns) {
    this.reading = reading;
    this.strict = strict;
    this.patterns = patterns;
  }

  /**
   * A compiler that leaves patterns unread until they are tried. One that its language cannot read
   * then never matches.
   */
  public static FormulaCompiler lazy(SourceParser parser) {
    return new FormulaCompiler(PatternParser.with(parser), false, new ConcurrentHashMap<>());
  }

  /**
   * A {@linkplain #lazy lazy} compiler that takes from a pack the patterns that are in it.
   *
   * @param table where in {@code pack} the patterns stand
   */
  public static FormulaCompiler packed(PackInput pack, int table, SourceParser parser) {
    return new FormulaCompiler(
        new PatternPack(pack, table, PatternParser.with(parser)), false, new ConcurrentHashMap<>());
  }

  /** Writes all patterns that were met so far, for {@link #packed}. */
  public void writePatterns(PackTexts texts, PackOutput out) {
    Map<PatternKey, LazyPattern> alone = new HashMap<>();
    patterns.forEach((key, pattern) -> alone.putIfAbsent(key.alone(), pattern));
    List<LazyPattern> all = new ArrayList<>(alone.values());
    all.sort(
        Comparator.comparing((LazyPattern pattern) -> pattern.setting().language())
            .thenComparing(LazyPattern::text)
            .thenComparing(LazyPattern::isInside)
            .thenComparingInt(pattern -> pattern.setting().options().bits()));
    PatternPack.write(all, texts, out);
  }

  /** A compiler over the same patterns that reads each at once. */
  public FormulaCompiler strict() {
    return new FormulaCompiler(reading, true, patterns);
  }

  /**
   * The formula for files in {@code language}.
   *
   * @param options of the rule, as written
   * @throws PatternSyntaxProblem if a pattern in it cannot be read in that language, unless this
   *     compiler is {@linkplain #lazy lazy}
   */
  public CompiledFormula compile(Formula formula, Language language, Map<String, Object> options) {
    FormulaNode root =
        compile(formula, new Setting(language, MatchOptions.of(options)), false, List.of());
    return new CompiledFormula(root);
  }

  /**
   * @param conditions on the metavariables of what is found
   */
  private FormulaNode compile(
      Formula formula, Setting setting, boolean inside, List<Condition> conditions) {
    return switch (formula) {
      case Formula.Code(String text, RulePlace place) ->
          new FormulaNode.Code(pattern(text, place, setting, inside, called(text, conditions)));
      case Formula.Regex(var regex, _) -> new FormulaNode.Regex(regex);
      case Formula.Any(List<Formula> operands, _) ->
          new FormulaNode.Any(
              operands.stream()
                  .map(operand -> compile(operand, setting, inside, conditions))
                  .toList());
      case Formula.Inside(Formula operand, _) ->
          new FormulaNode.Inside(compile(operand, setting, true, conditions));
      case Formula.Not(Formula operand, _) ->
          FormulaNode.All.of(
              List.of(),
              List.of(),
              List.of(compile(operand, setting, inside, List.of())),
              List.of(),
              List.of());
      case Formula.All all -> compileAll(all, setting, inside, conditions);
    };
  }

  /** Equal ones are one, so that what a file has of these names is found once. */
  private Optional<CalledNames> called(String text, List<Condition> conditions) {
    return CalledNames.of(text, conditions)
        .map(names -> called.computeIfAbsent(names, same -> same));
  }

  private FormulaNode compileAll(
      Formula.All all, Setting setting, boolean inside, List<Condition> outer) {
    List<Condition> conditions = new ArrayList<>(all.conditions());
    conditions.addAll(outer);
    List<FormulaNode> positives = new ArrayList<>();
    List<LazyPattern> selectors = new ArrayList<>();
    List<FormulaNode> negatives = new ArrayList<>();
    for (Formula operand : all.operands()) {
      if (operand instanceof Formula.Not(Formula negated, _)) {
        negatives.add(compile(negated, setting, inside, List.of()));
      } else {
        positives.add(compile(operand, setting, inside, conditions));
      }
    }
    if (positives.size() > 1) {
      List<FormulaNode> others = new ArrayList<>();
      for (FormulaNode positive : positives) {
        if (positive instanceof FormulaNode.Code(LazyPattern pattern)
            && pattern.isLoneMetavariable()) {
          selectors.add(pattern);
        } else {
          others.add(positive);
        }
      }
      if (others.isEmpty()) {
        selectors.clear();
      } else {
        positives = others;
      }
    }
    return FormulaNode.All.of(
        List.copyOf(positives),
        List.copyOf(selectors),
        List.copyOf(negatives),
        all.conditions().stream().map(condition -> compile(condition, setting)).toList(),
        all.focus());
  }

  private FormulaNode.Test compile(Condition condition, Setting setting) {
    return switch (condition) {
      case MetavariablePattern nested -> {
        Setting inner =
            switch (nested.language().orElse(new PatternLanguage.Code(setting.language()))) {
              case PatternLanguage.Code(Language other) -> new Setting(other, setting.options());
              case PatternLanguage.Generic _, PatternLanguage.RegexOnly _ ->
                  new Setting(Language.TEXT, setting.options());
            };
        yield new FormulaNode.Test(
            nested, Optional.of(compile(nested.formula(), inner, false, List.of())), List.of());
      }
      case MetavariableType typed ->
          new FormulaNode.Test(
              typed,
              Optional.empty(),
              typed.types().stream()
                  .map(type ->
                      pattern(
                          typed(type, setting), typed.place(), setting, false, Optional.empty()))
                  .toList());
      default -> new FormulaNode.Test(condition, Optional.empty(), List.of());
    };
  }

  /** A typed metavariable in the form that the language has for it. */
  private static String typed(String type, Setting setting) {
    return switch (setting.language()) {
      case JAVA, C, CPP, CSHARP -> "(" + type + " $X)";
      default -> "($X : " + type + ")";
    };
  }

  private LazyPattern pattern(
      String text, RulePlace place, Setting setting, boolean inside, Optional<CalledNames> called) {
    String stripped = text.strip();
    LazyPattern pattern =
        patterns.computeIfAbsent(
            new PatternKey(stripped, setting.language(), setting.options().bits(), inside, called),
            _ -> new LazyPattern(stripped, place, setting, inside, called, reading));
    if (strict) {
      parse(pattern, place);
    }
    return pattern;
  }

  /** Reports the place where the pattern stands here, not where it was first met. */
  private static void parse(LazyPattern pattern, RulePlace place) {
    try {
      pattern.parsed();
    } catch (PatternSyntaxProblem problem) {
      throw problem.at(place);
    }
  }

  /** Where and how a formula is to match. */
  record Setting(Language language, MatchOptions options) {}

  /** The generated methods of a record would take longer to set up than a short scan needs them. */
  private record PatternKey(
      String text, Language language, int options, boolean inside, Optional<CalledNames> called) {

    /** The same however it is called. */
    PatternKey alone() {
      return new PatternKey(text, language, options, inside, Optional.empty());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof PatternKey key
          && text.equals(key.text)
          && language == key.language
          && options == key.options
          && inside == key.inside
          && called.equals(key.called);
    }

    @Override
    public int hashCode() {
      int hash = (text.hashCode() * 31 + language.ordinal()) * 31 + options;
      return (hash * 2 + (inside ? 1 : 0)) * 31 + called.hashCode();
    }
  }
}
