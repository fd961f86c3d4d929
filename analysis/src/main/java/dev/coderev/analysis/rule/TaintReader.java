package dev.coderev.analysis.rule;

import dev.coderev.analysis.rule.ExpressionTokens.ExpressionInvalid;
import dev.coderev.analysis.rule.TaintSpec.Guard;
import dev.coderev.analysis.rule.TaintSpec.Propagator;
import dev.coderev.analysis.rule.TaintSpec.Sanitizer;
import dev.coderev.analysis.rule.TaintSpec.SideEffect;
import dev.coderev.analysis.rule.TaintSpec.Sink;
import dev.coderev.analysis.rule.TaintSpec.Source;
import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Mapping;
import dev.coderev.analysis.yaml.YamlNode.Scalar;
import dev.coderev.analysis.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A reader of sources, sinks, sanitizers and propagators, in the older and the newer syntax. */
final class TaintReader {
  private static final Set<String> SOURCE_KEYS =
      Set.of("exact", "by-side-effect", "control", "label", "requires");
  private static final Set<String> SINK_KEYS = Set.of("exact", "at-exit", "requires");
  private static final Set<String> SANITIZER_KEYS =
      Set.of(
          "exact",
          "by-side-effect",
          "not_conflicting",
          "not-conflicting",
          "within",
          "guards",
          "when",
          "among",
          "matching",
          "whole",
          "forbids");
  private static final Set<String> PROPAGATOR_KEYS =
      Set.of("from", "to", "by-side-effect", "requires", "label", "replace-labels");

  private final ReadingContext context;
  private final boolean newer;
  private final FormulaReader formulas;
  private final MatchReader matches;
  private final ModelItems models;

  TaintReader(ReadingContext context, boolean newer, ModelItems models) {
    this.context = context;
    this.newer = newer;
    this.formulas = new FormulaReader(context);
    this.matches = new MatchReader(context);
    this.models = models;
  }

  /** What the four lists say; they are named by {@code prefix} and their role. */
  Optional<TaintSpec> read(Fields fields) {
    String prefix = newer ? "" : "pattern-";
    int before = context.problems().size();
    List<Source> sources = items(fields, prefix + "sources", true, TaintReader::source);
    List<Sink> sinks = items(fields, prefix + "sinks", true, TaintReader::sink);
    List<Sanitizer> sanitizers =
        items(fields, prefix + "sanitizers", false, TaintReader::sanitizer);
    List<Propagator> propagators =
        items(fields, prefix + "propagators", false, TaintReader::propagator);
    return context.problems().size() > before
        ? Optional.empty()
        : Optional.of(new TaintSpec(sources, sinks, sanitizers, propagators));
  }

  private <T> List<T> items(
      Fields fields,
      String key,
      boolean required,
      BiFunction<TaintReader, YamlNode, Optional<T>> read) {
    Optional<YamlNode> node = required ? fields.required(key) : fields.node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    List<T> all = new ArrayList<>();
    context.list(
        node.get(),
        "'" + key + "'",
        item -> {
          addItem(item, all, read);
          return Optional.empty();
        });
    if (required && node.get() instanceof Sequence list && list.items().isEmpty()) {
      context.problem(node.get(), "'" + key + "' must not be empty");
    }
    return all;
  }

  private <T> void addItem(
      YamlNode item, List<T> all, BiFunction<TaintReader, YamlNode, Optional<T>> read) {
    if (item instanceof Mapping map && map.get("model").isPresent()) {
      for (ModelItems.Item expanded : models.expand(map, context)) {
        TaintReader reader = new TaintReader(expanded.context(), false, expanded.models());
        reader.addItem(expanded.node(), all, read);
      }
    } else {
      read.apply(this, item).ifPresent(all::add);
    }
  }

  private Optional<Source> source(YamlNode item) {
    return fields(item, SOURCE_KEYS)
        .flatMap(fields ->
            formula(fields)
                .map(formula ->
                    new Source(
                        formula,
                        sideEffect(fields),
                        fields.flag("exact", false),
                        fields.flag("control", false),
                        fields.text("label").orElse(TaintSpec.DEFAULT_LABEL),
                        requires(fields))));
  }

  private Optional<Sink> sink(YamlNode item) {
    return fields(item, SINK_KEYS)
        .flatMap(fields ->
            formula(fields)
                .map(formula ->
                    new Sink(
                        formula,
                        fields.flag("exact", true),
                        fields.flag("at-exit", false),
                        requires(fields))));
  }

  private Optional<Sanitizer> sanitizer(YamlNode item) {
    int before = context.problems().size();
    Optional<Fields> read = fields(item, SANITIZER_KEYS);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = read.get();
    Optional<Formula> formula = formula(fields);
    Optional<Guard> guard = new GuardReader(context).read(fields);
    Optional<Placement> within = within(fields);
    if (formula.isEmpty() || context.problems().size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Sanitizer(
            formula.get(),
            fields.flag("by-side-effect", false),
            fields.flag("exact", false),
            fields.flag("not_conflicting", false) || fields.flag("not-conflicting", false),
            guard,
            within));
  }

  private Optional<Placement> within(Fields fields) {
    Optional<String> word = fields.text("within");
    Optional<Placement> within = word.flatMap(Placement::of);
    if (word.isPresent() && within.isEmpty()) {
      context.problem(
          fields.node("within").orElseThrow(),
          "'within' is one of " + String.join(", ", Placement.words()));
    } else if (within.isPresent() && (fields.has("guards") || fields.has("by-side-effect"))) {
      context.problem(
          fields.node("within").orElseThrow(),
          "'within' has no meaning beside 'guards' and 'by-side-effect'");
    }
    return within;
  }

  private Optional<Propagator> propagator(YamlNode item) {
    Optional<Fields> read = fields(item, PROPAGATOR_KEYS);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = read.get();
    Optional<Formula> formula = formula(fields);
    Optional<String> from = fields.metavariable("from");
    Optional<String> to = fields.metavariable("to");
    if (formula.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Propagator(
            formula.get(),
            from.get(),
            to.get(),
            fields.flag("by-side-effect", true),
            fields.text("label"),
            fields.texts("replace-labels"),
            requires(fields)));
  }

  /** In the newer syntax an item may be a bare pattern. */
  private Optional<Fields> fields(YamlNode item, Set<String> keys) {
    if (newer && item instanceof Scalar scalar) {
      Scalar key = new Scalar("pattern", true, scalar.place());
      return Optional.of(
          new Fields(
              new Mapping(List.of(new YamlNode.Entry(key, scalar)), scalar.place()), context));
    }
    Set<String> roots = newer ? MatchReader.ROOTS : FormulaReader.ROOTS;
    Set<String> legal = ConditionReader.with(roots, keys.toArray(String[]::new));
    legal.add("model");
    if (newer) {
      legal.add("where");
    }
    return Fields.of(item, "an item here", context, legal);
  }

  private Optional<Formula> formula(Fields fields) {
    return newer ? matches.formula(fields) : formulas.root(fields, false);
  }

  private SideEffect sideEffect(Fields fields) {
    if (fields.node("by-side-effect").orElse(null) instanceof Scalar scalar
        && scalar.text().equals("only")) {
      return SideEffect.ONLY;
    }
    return fields.flag("by-side-effect", false) ? SideEffect.YES : SideEffect.NO;
  }

  private Optional<LabelExpression> requires(Fields fields) {
    Optional<String> text = fields.text("requires");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LabelParser.parse(text.get()));
    } catch (ExpressionInvalid e) {
      context.problem(
          fields.node("requires").orElseThrow(),
          "invalid 'requires' expression '" + text.get().strip() + "': " + e.getMessage());
      return Optional.empty();
    }
  }
}
