package dev.coderev.analysis.rule;

import dev.coderev.analysis.rule.Condition.Analyzer;
import dev.coderev.analysis.rule.Condition.PatternLanguage;
import dev.coderev.analysis.rule.ExpressionTokens.ExpressionInvalid;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Entry;
import dev.coderev.analysis.yaml.YamlNode.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A reader of {@code metavariable-regex} and its siblings, also as items of {@code where}. */
final class ConditionReader {
  private static final Set<String> REGEX_KEYS =
      Set.of("metavariable", "regex", "constant-propagation");
  private static final Set<String> COMPARISON_KEYS =
      Set.of("metavariable", "comparison", "strip", "base");
  private static final Set<String> ANALYSIS_KEYS = Set.of("metavariable", "analyzer");
  private static final Set<String> TYPE_KEYS = Set.of("metavariable", "type", "types", "language");
  private static final List<String> ANALYZERS = List.of("entropy", "redos", "polynomial-redos");

  private final ReadingContext context;
  private final FormulaReader formulas;

  ConditionReader(ReadingContext context, FormulaReader formulas) {
    this.context = context;
    this.formulas = formulas;
  }

  /** The condition of a key such as {@code metavariable-regex}. */
  Optional<Condition> named(Entry entry) {
    RulePlace place = ProblemList.place(entry.key());
    String key = entry.key().text();
    return switch (key) {
      case "metavariable-regex" ->
          fields(entry, REGEX_KEYS)
              .flatMap(fields -> regex(fields, fields.flag("constant-propagation", false), place));
      case "metavariable-comparison" ->
          fields(entry, COMPARISON_KEYS).flatMap(fields -> comparison(fields, place));
      case "metavariable-analysis" ->
          fields(entry, ANALYSIS_KEYS).flatMap(fields -> analysis(fields, place));
      case "metavariable-type" -> fields(entry, TYPE_KEYS).flatMap(fields -> type(fields, place));
      case "metavariable-pattern" ->
          fields(entry, with(FormulaReader.ROOTS, "metavariable", "language"))
              .flatMap(fields -> pattern(fields, formulas.root(fields, true), place));
      default -> throw new IllegalStateException(key);
    };
  }

  private Optional<Fields> fields(Entry entry, Set<String> legal) {
    return Fields.of(entry.value(), "'" + entry.key().text() + "'", context, legal);
  }

  static Set<String> with(Set<String> keys, String... more) {
    Set<String> all = new HashSet<>(keys);
    all.addAll(List.of(more));
    return all;
  }

  Optional<Condition> regex(Fields fields, boolean constants, RulePlace place) {
    Optional<String> metavariable = fields.metavariable("metavariable");
    Optional<Pattern> regex = fields.required("regex").flatMap(node -> formulas.pattern(node, 0));
    return metavariable.isPresent() && regex.isPresent()
        ? Optional.of(
            new Condition.MetavariableRegex(metavariable.get(), regex.get(), constants, place))
        : Optional.empty();
  }

  Optional<Condition> comparison(Fields fields, RulePlace place) {
    Optional<String> metavariable =
        fields.has("metavariable") ? fields.metavariable("metavariable") : Optional.empty();
    Optional<String> text = fields.requiredText("comparison");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Condition.MetavariableComparison(
              metavariable,
              ComparisonParser.parse(text.get()),
              fields.flag("strip", false),
              fields.integer("base"),
              place));
    } catch (ExpressionInvalid e) {
      context.problem(
          fields.node("comparison").orElseThrow(),
          "invalid comparison '" + text.get().strip() + "': " + e.getMessage());
      return Optional.empty();
    }
  }

  Optional<Condition> analysis(Fields fields, RulePlace place) {
    Optional<String> metavariable = fields.metavariable("metavariable");
    Optional<YamlNode> node = fields.required("analyzer");
    if (metavariable.isEmpty() || node.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name =
        node.get() instanceof Mapping
            ? Fields.of(node.get(), "'analyzer'", context, Set.of("kind", "mode"))
                .flatMap(inner -> inner.requiredText("kind"))
            : context.text(node.get(), "'analyzer'");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return switch (name.get()) {
      case "entropy" ->
          Optional.of(
              new Condition.MetavariableAnalysis(metavariable.get(), Analyzer.ENTROPY, place));
      case "redos" ->
          Optional.of(
              new Condition.MetavariableAnalysis(metavariable.get(), Analyzer.REDOS, place));
      case "polynomial-redos" ->
          Optional.of(
              new Condition.MetavariableAnalysis(
                  metavariable.get(), Analyzer.POLYNOMIAL_REDOS, place));
      default -> {
        context.misspelt(node.get(), "unknown analyzer", name.get(), ANALYZERS);
        yield Optional.empty();
      }
    };
  }

  Optional<Condition> type(Fields fields, RulePlace place) {
    Optional<String> metavariable = fields.metavariable("metavariable");
    List<String> types = fields.texts(fields.has("types") ? "types" : "type");
    if (types.isEmpty()) {
      fields.required("type");
      return Optional.empty();
    }
    return metavariable.map(name -> new Condition.MetavariableType(name, types, place));
  }

  Optional<Condition> pattern(Fields fields, Optional<Formula> formula, RulePlace place) {
    Optional<String> metavariable = fields.metavariable("metavariable");
    int before = context.problems().size();
    Optional<PatternLanguage> language = fields.node("language").flatMap(this::language);
    return metavariable.isPresent() && formula.isPresent() && before == context.problems().size()
        ? Optional.of(
            new Condition.MetavariablePattern(metavariable.get(), language, formula.get(), place))
        : Optional.empty();
  }

  private Optional<PatternLanguage> language(YamlNode node) {
    String word = context.text(node, "'language'").orElse("").toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if (RuleLanguages.REGEX.contains(word)) {
      return Optional.of(new PatternLanguage.RegexOnly());
    }
    if (RuleLanguages.GENERIC.contains(word)) {
      return Optional.of(new PatternLanguage.Generic());
    }
    if (RuleLanguages.isSupported(word)) {
      return Language.byId(word).map(PatternLanguage.Code::new);
    }
    if (RuleLanguages.isKnownElsewhere(word)) {
      context.problem(node, "language '" + word + "' is not supported yet");
    } else {
      context.misspelt(node, "unknown language", word, RuleLanguages.all());
    }
    return Optional.empty();
  }
}
