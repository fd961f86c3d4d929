package dev.coderev.analysis.rule;

import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Entry;
import dev.coderev.analysis.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A reader of formulas in the newer syntax: {@code pattern regex all any not inside}, each with an
 * optional {@code where}.
 */
final class MatchReader {
  /** The keys that may begin a formula. */
  static final Set<String> ROOTS =
      Set.of("pattern", "regex", "all", "any", "not", "inside", "anywhere");

  private static final Set<String> KEYS = ConditionReader.with(ROOTS, "where");
  private static final Set<String> WHERE_KEYS =
      ConditionReader.with(
          ROOTS,
          "comparison",
          "strip",
          "base",
          "focus",
          "metavariable",
          "analyzer",
          "type",
          "types",
          "language",
          "where");

  private final ReadingContext context;
  private final FormulaReader formulas;
  private final ConditionReader conditions;

  MatchReader(ReadingContext context) {
    this.context = context;
    this.formulas = new FormulaReader(context);
    this.conditions = new ConditionReader(context, formulas);
  }

  /** A whole formula: text is a pattern, a map has one root key. */
  Optional<Formula> formula(YamlNode node) {
    if (!(node instanceof Mapping)) {
      return formulas.code(node);
    }
    return Fields.of(node, "a formula", context, KEYS).flatMap(this::formula);
  }

  /** The formula of a map that may have other keys beside, which the caller has checked. */
  Optional<Formula> formula(Fields fields) {
    List<Entry> given = fields.given(ROOTS);
    if (given.size() != 1) {
      context.problem(
          fields.map(),
          "a formula has exactly one of 'pattern', 'regex', 'all', 'any', 'not', 'inside'");
      return Optional.empty();
    }
    int before = context.problems().size();
    Optional<Formula> root = root(given.getFirst());
    List<Condition> tests = new ArrayList<>();
    List<List<String>> focus = new ArrayList<>();
    fields.list("where", item -> where(item, tests, focus));
    if (root.isEmpty() || context.problems().size() > before) {
      return Optional.empty();
    }
    return Optional.of(joined(root.get(), tests, focus));
  }

  private static Formula joined(Formula root, List<Condition> tests, List<List<String>> focus) {
    if (tests.isEmpty() && focus.isEmpty()) {
      return root;
    }
    List<Formula> operands =
        root instanceof Formula.All all && all.conditions().isEmpty() && all.focus().isEmpty()
            ? all.operands()
            : List.of(root);
    return new Formula.All(operands, tests, focus, root.place());
  }

  private Optional<Formula> root(Entry entry) {
    YamlNode value = entry.value();
    RulePlace place = ProblemList.place(entry.key());
    return switch (entry.key().text()) {
      case "pattern" -> formulas.code(value);
      case "regex" -> formulas.regex(value, place);
      case "all" -> {
        List<Formula> operands = context.list(value, "'all'", this::formula);
        yield operands.isEmpty()
            ? Optional.empty()
            : Optional.of(new Formula.All(operands, List.of(), List.of(), place));
      }
      case "any" -> {
        List<Formula> operands = context.list(value, "'any'", this::formula);
        yield operands.isEmpty() ? Optional.empty() : Optional.of(new Formula.Any(operands, place));
      }
      case "not" -> formula(value).map(inner -> new Formula.Not(inner, place));
      case "inside" -> formula(value).map(inner -> new Formula.Inside(inner, place));
      case "anywhere" -> {
        context.problem(entry.key(), "'anywhere' is not supported yet");
        yield Optional.empty();
      }
      default -> throw new IllegalStateException(entry.key().text());
    };
  }

  private Optional<Condition> where(
      YamlNode item, List<Condition> tests, List<List<String>> focus) {
    Optional<Fields> read = Fields.of(item, "an item of 'where'", context, WHERE_KEYS);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = read.get();
    if (fields.has("focus")) {
      fields.node("focus").flatMap(formulas::focus).ifPresent(focus::add);
      return Optional.empty();
    }
    Optional<Condition> condition = condition(fields);
    condition.ifPresent(tests::add);
    return condition;
  }

  private Optional<Condition> condition(Fields fields) {
    RulePlace place = fields.place();
    if (fields.has("comparison")) {
      return conditions.comparison(fields, place);
    }
    if (fields.has("analyzer")) {
      return conditions.analysis(fields, place);
    }
    if (fields.has("type") || fields.has("types")) {
      return conditions.type(fields, place);
    }
    if (fields.has("regex") && !fields.has("where")) {
      return conditions.regex(fields, true, place);
    }
    if (fields.given(ROOTS).isEmpty()) {
      context.problem(fields.map(), "an item of 'where' must say what is to hold");
      return Optional.empty();
    }
    return conditions.pattern(fields, formula(fields), place);
  }
}
