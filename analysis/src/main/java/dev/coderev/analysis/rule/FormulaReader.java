package dev.coderev.analysis.rule;

import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Entry;
import dev.coderev.analysis.yaml.YamlNode.Mapping;
import dev.coderev.analysis.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A reader of formulas whose keys are {@code pattern}, {@code patterns}, {@code pattern-either} …
 */
final class FormulaReader {
  /** The keys that may begin a formula. */
  static final Set<String> ROOTS = Set.of("pattern", "patterns", "pattern-either", "pattern-regex");

  private static final Set<String> IN_EITHER =
      Set.of("pattern", "patterns", "pattern-either", "pattern-regex", "pattern-inside");

  private static final Set<String> IN_PATTERNS =
      Set.of(
          "pattern",
          "patterns",
          "pattern-either",
          "pattern-regex",
          "pattern-not",
          "pattern-inside",
          "pattern-not-inside",
          "pattern-not-regex",
          "focus-metavariable",
          "metavariable-regex",
          "metavariable-pattern",
          "metavariable-comparison",
          "metavariable-analysis",
          "metavariable-type");

  private final ReadingContext context;
  private final ConditionReader conditions;

  FormulaReader(ReadingContext context) {
    this.context = context;
    this.conditions = new ConditionReader(context, this);
  }

  /** The formula of a map that has exactly one root key beside other things. */
  Optional<Formula> root(Fields fields, boolean mayBeNegative) {
    List<Entry> given = fields.given(ROOTS);
    if (given.isEmpty()) {
      context.problem(
          fields.map(),
          "one of 'pattern', 'patterns', 'pattern-either', 'pattern-regex' is missing");
      return Optional.empty();
    }
    if (given.size() > 1) {
      context.problem(
          given.get(1).key(),
          "'"
              + given.get(1).key().text()
              + "' beside '"
              + given.get(0).key().text()
              + "': put both under 'patterns' or 'pattern-either'");
      return Optional.empty();
    }
    return formula(given.getFirst(), mayBeNegative);
  }

  Optional<Formula> formula(Entry entry, boolean mayBeNegative) {
    YamlNode value = entry.value();
    RulePlace place = ProblemList.place(entry.key());
    return switch (entry.key().text()) {
      case "pattern" -> code(value);
      case "pattern-regex" -> regex(value, place);
      case "pattern-either" -> either(value, place);
      case "patterns" -> all(value, place, mayBeNegative);
      case "pattern-inside" -> nested(entry).map(inner -> new Formula.Inside(inner, place));
      case "pattern-not" -> nested(entry).map(inner -> new Formula.Not(inner, place));
      case "pattern-not-inside" ->
          nested(entry).map(inner -> new Formula.Not(new Formula.Inside(inner, place), place));
      case "pattern-not-regex" -> regex(value, place).map(inner -> new Formula.Not(inner, place));
      default -> throw new IllegalStateException(entry.key().text());
    };
  }

  Optional<Formula> code(YamlNode value) {
    Optional<String> text = context.text(value, "a pattern");
    if (text.isPresent() && text.get().isBlank()) {
      context.problem(value, "a pattern must not be empty");
      return Optional.empty();
    }
    return text.map(code -> new Formula.Code(code, ProblemList.place(value)));
  }

  Optional<Formula> regex(YamlNode value, RulePlace place) {
    return pattern(value, Pattern.MULTILINE).map(regex -> new Formula.Regex(regex, place));
  }

  Optional<Pattern> pattern(YamlNode value, int flags) {
    Optional<String> text = context.text(value, "a regular expression");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PcreSyntax.compile(text.get(), flags));
    } catch (PatternSyntaxException e) {
      context.problem(
          value,
          "invalid regular expression '"
              + text.get().strip()
              + "': "
              + e.getDescription()
              + (e.getIndex() >= 0 ? " at character " + (e.getIndex() + 1) : ""));
      return Optional.empty();
    }
  }

  private Optional<Formula> either(YamlNode value, RulePlace place) {
    List<Formula> operands =
        context.list(
            value,
            "'pattern-either'",
            item -> entry(item, IN_EITHER).flatMap(one -> formula(one, false)));
    return operands.isEmpty() ? empty(value) : Optional.of(new Formula.Any(operands, place));
  }

  private Optional<Formula> all(YamlNode value, RulePlace place, boolean mayBeNegative) {
    List<Formula> operands = new ArrayList<>();
    List<Condition> tests = new ArrayList<>();
    List<List<String>> focus = new ArrayList<>();
    int before = context.problems().size();
    context.list(
        value,
        "'patterns'",
        item -> {
          Optional<Entry> entry = entry(item, IN_PATTERNS);
          if (entry.isPresent()) {
            operand(entry.get(), operands, tests, focus);
          }
          return entry;
        });
    if (context.problems().size() > before) {
      return Optional.empty();
    }
    boolean positive = operands.stream().anyMatch(operand -> !(operand instanceof Formula.Not));
    if (!positive && !mayBeNegative) {
      context.problem(
          value,
          "'patterns' needs something to find: add a 'pattern', 'pattern-either',"
              + " 'pattern-regex' or 'pattern-inside'");
      return Optional.empty();
    }
    return Optional.of(new Formula.All(operands, tests, focus, place));
  }

  private void operand(
      Entry entry, List<Formula> operands, List<Condition> tests, List<List<String>> focus) {
    String key = entry.key().text();
    if (key.equals("focus-metavariable")) {
      focus(entry.value()).ifPresent(focus::add);
    } else if (key.startsWith("metavariable-")) {
      conditions.named(entry).ifPresent(tests::add);
    } else {
      formula(entry, false).ifPresent(operands::add);
    }
  }

  Optional<List<String>> focus(YamlNode value) {
    List<String> names =
        value instanceof Scalar
            ? context.metavariable(value).stream().toList()
            : context.list(value, "'focus-metavariable'", context::metavariable);
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  /** Text is a pattern; a map is a formula of its own. */
  private Optional<Formula> nested(Entry entry) {
    if (entry.value() instanceof Mapping) {
      return entry(entry.value(), ROOTS).flatMap(one -> formula(one, false));
    }
    return code(entry.value());
  }

  /** The only entry of a map in a list of formulas. */
  private Optional<Entry> entry(YamlNode item, Set<String> legal) {
    Optional<Fields> fields = Fields.of(item, "an item here", context, legal);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    List<Entry> entries = fields.get().map().entries();
    if (entries.size() != 1) {
      context.problem(
          item,
          entries.isEmpty()
              ? "an item here must not be empty"
              : "an item here has one key only: begin '"
                  + entries.get(1).key().text()
                  + "' with its own '- '");
      return Optional.empty();
    }
    return Optional.of(entries.getFirst());
  }

  private Optional<Formula> empty(YamlNode value) {
    if (value instanceof YamlNode.Sequence sequence && sequence.items().isEmpty()) {
      context.problem(value, "the list must not be empty");
    }
    return Optional.empty();
  }
}
