package dev.coderev.analysis.rule;

import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Entry;
import dev.coderev.analysis.yaml.YamlNode.Mapping;
import dev.coderev.analysis.yaml.YamlNode.Scalar;
import dev.coderev.analysis.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A reader of one rule: everything around its formula, and the formula through others. */
final class RuleParser {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./-]*");
  private static final List<String> SEVERITIES =
      List.of(
          "CRITICAL",
          "HIGH",
          "MEDIUM",
          "LOW",
          "INFO",
          "ERROR",
          "WARNING",
          "INVENTORY",
          "EXPERIMENT");
  private static final Set<String> MODES = Set.of("search", "taint");
  private static final Set<String> FOREIGN_MODES = Set.of("join", "extract", "step");

  /** Keys that the syntax knows and that change nothing here. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "min-version",
          "max-version",
          "validators",
          "equivalences",
          "product",
          "r2c-internal-project-depends-on");

  private static final Set<String> TAINT_LISTS =
      Set.of("pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators");
  private static final Set<String> NEW_TAINT_LISTS =
      Set.of("sources", "sinks", "sanitizers", "propagators");
  private static final Set<String> KEYS = keys();

  private final ModelLibrary library;
  private final ProblemList problems;
  private final List<RuleNote> notes;

  RuleParser(ModelLibrary library, ProblemList problems, List<RuleNote> notes) {
    this.library = library;
    this.problems = problems;
    this.notes = notes;
  }

  private static Set<String> keys() {
    Set<String> all = new LinkedHashSet<>(FormulaReader.ROOTS);
    all.addAll(
        List.of(
            "id",
            "message",
            "severity",
            "languages",
            "metadata",
            "mode",
            "fix",
            "fix-regex",
            "paths",
            "options",
            "match",
            "taint"));
    all.addAll(TAINT_LISTS);
    all.addAll(WITHOUT_EFFECT);
    return all;
  }

  /**
   * The rule, empty if something is wrong with it or it cannot run here; several only where its
   * languages have different models.
   */
  List<Rule> parse(YamlNode node) {
    if (!(node instanceof Mapping map)) {
      problems.add(node, "a rule must be a map, not " + node.description());
      return List.of();
    }
    int before = problems.size();
    Fields unnamed = new Fields(map, new ReadingContext(" in a rule", problems));
    Optional<String> id = unnamed.requiredText("id");
    ReadingContext context =
        id.map(name -> new ReadingContext(" in rule '" + name + "'", problems))
            .orElseGet(() -> new ReadingContext(" in a rule", problems));
    Fields fields = new Fields(map, context);
    if (id.isPresent() && !ID.matcher(id.get()).matches()) {
      context.problem(
          fields.node("id").orElseThrow(), "an id is made of letters, digits and . _ - only");
    }
    fields.onlyHas(KEYS);
    Optional<String> message = fields.requiredText("message");
    Optional<Severity> severity = fields.required("severity").flatMap(at -> severity(at, context));
    RuleMetadata metadata = new MetadataReader(context).read(fields);
    Confidence confidence = confidence(metadata, fields, context);
    Optional<RuleFix> fix = fix(fields, context);
    PathFilter paths = paths(fields, context);
    Map<String, Object> options = new OptionsReader(context).read(fields);
    Optional<RuleLanguageSet> languages =
        fields.required("languages").flatMap(at -> languages(at, context));
    if (languages.isEmpty()) {
      return List.of();
    }
    Map<Set<Language>, RuleMode> modes = modes(fields, context, languages.get());
    if (problems.size() > before) {
      return List.of();
    }
    RulePlace place = ProblemList.place(fields.node("id").orElseThrow());
    Optional<String> obstacle = obstacle(fields, languages.get());
    if (obstacle.isPresent()) {
      notes.add(new RuleNote(id.orElseThrow(), place, obstacle.get()));
      return List.of();
    }
    List<Rule> rules = new ArrayList<>();
    modes.forEach((group, mode) ->
        rules.add(
            new Rule(
                id.orElseThrow(),
                group,
                languages.get().onText(),
                message.orElseThrow().strip(),
                severity.orElseThrow(),
                confidence,
                metadata,
                mode,
                fix,
                paths,
                options,
                place)));
    return rules;
  }

  /** Which languages a rule is for. */
  private record RuleLanguageSet(Set<Language> languages, boolean onText, boolean aliengrep) {}

  private static Optional<String> obstacle(Fields fields, RuleLanguageSet languages) {
    if (languages.aliengrep()) {
      return Optional.of("aliengrep is not supported");
    }
    return fields
        .text("mode")
        .filter(FOREIGN_MODES::contains)
        .map(mode -> "the mode '" + mode + "' is not supported");
  }

  private static Optional<Severity> severity(YamlNode node, ReadingContext context) {
    Optional<String> word = context.text(node, "'severity'");
    Optional<Severity> severity = word.flatMap(Severity::byId);
    if (word.isPresent() && severity.isEmpty()) {
      context.misspelt(node, "unknown severity", word.get(), SEVERITIES);
    }
    return severity;
  }

  private static Confidence confidence(
      RuleMetadata metadata, Fields fields, ReadingContext context) {
    if (!(metadata.all().get("confidence") instanceof String word)) {
      return Confidence.MEDIUM;
    }
    Optional<Confidence> confidence = Confidence.byId(word);
    if (confidence.isEmpty()) {
      context.misspelt(
          ((Mapping) fields.node("metadata").orElseThrow()).get("confidence").orElseThrow(),
          "unknown confidence",
          word,
          List.of("HIGH", "MEDIUM", "LOW"));
    }
    return confidence.orElse(Confidence.MEDIUM);
  }

  private static Optional<RuleLanguageSet> languages(YamlNode node, ReadingContext context) {
    if (!(node instanceof Sequence list)) {
      context.problem(node, "'languages' must be a list, not " + node.description());
      return Optional.empty();
    }
    Set<Language> languages = EnumSet.noneOf(Language.class);
    List<Scalar> elsewhere = new ArrayList<>();
    boolean regex = false;
    boolean generic = false;
    boolean aliengrep = false;
    for (YamlNode item : list.items()) {
      if (!(item instanceof Scalar scalar)) {
        context.problem(item, "a language must be text, not " + item.description());
      } else if (RuleLanguages.isSupported(scalar.text())) {
        Language.byId(scalar.text()).ifPresent(languages::add);
      } else if (RuleLanguages.REGEX.contains(scalar.text())) {
        regex = true;
      } else if (RuleLanguages.GENERIC.contains(scalar.text())) {
        generic = true;
        aliengrep |= scalar.text().equals("aliengrep");
      } else if (RuleLanguages.isKnownElsewhere(scalar.text())) {
        elsewhere.add(scalar);
      } else {
        context.unknown("language", scalar, RuleLanguages.all());
      }
    }
    if (regex || generic) {
      if (list.items().size() > 1) {
        context.problem(node, "'regex' and 'generic' must stand alone under 'languages'");
      }
      return Optional.of(new RuleLanguageSet(RuleLanguages.every(), true, aliengrep));
    }
    if (languages.isEmpty()) {
      if (list.items().isEmpty()) {
        context.problem(node, "'languages' must not be empty");
      }
      for (Scalar word : elsewhere) {
        context.problem(word, "language '" + word.text() + "' is not supported yet");
      }
      return Optional.empty();
    }
    return Optional.of(new RuleLanguageSet(languages, false, false));
  }

  private Map<Set<Language>, RuleMode> modes(
      Fields fields, ReadingContext context, RuleLanguageSet languages) {
    String mode = mode(fields, context);
    if (FOREIGN_MODES.contains(mode)) {
      return Map.of();
    }
    boolean newer = fields.has("taint") && !fields.has("mode");
    if (mode.equals("taint") || newer) {
      if (languages.onText()) {
        context.problem(
            fields.node("languages").orElseThrow(), "a taint rule needs a programming language");
        return Map.of();
      }
      return taint(fields, context, languages.languages(), newer);
    }
    for (Entry entry : fields.given(TAINT_LISTS)) {
      context.problem(entry.key(), "'" + entry.key().text() + "' needs 'mode: taint'");
    }
    if (!fields.given(TAINT_LISTS).isEmpty()) {
      return Map.of();
    }
    Optional<Formula> formula =
        fields.has("match")
            ? fields.node("match").flatMap(new MatchReader(context)::formula)
            : new FormulaReader(context).root(fields, false);
    return formula.isEmpty()
        ? Map.of()
        : Map.of(languages.languages(), new RuleMode.Search(formula.get()));
  }

  private static String mode(Fields fields, ReadingContext context) {
    String mode = fields.text("mode").orElse("search");
    if (!MODES.contains(mode) && !FOREIGN_MODES.contains(mode)) {
      context.unknown("mode", (Scalar) fields.node("mode").orElseThrow(), MODES);
    }
    return mode;
  }

  private Map<Set<Language>, RuleMode> taint(
      Fields fields, ReadingContext context, Set<Language> languages, boolean newer) {
    Optional<Fields> lists = Optional.of(fields);
    if (newer) {
      lists = Fields.of(fields.node("taint").orElseThrow(), "'taint'", context, NEW_TAINT_LISTS);
    } else {
      for (Entry entry : fields.given(FormulaReader.ROOTS)) {
        context.problem(entry.key(), "'" + entry.key().text() + "' has no meaning in a taint rule");
      }
    }
    if (lists.isEmpty()) {
      return Map.of();
    }
    Map<Set<Language>, RuleMode> modes = new LinkedHashMap<>();
    for (Set<Language> group : byModels(lists.get(), newer, languages)) {
      ModelItems models = new ModelItems(library, languages, group, Set.of());
      new TaintReader(context, newer, models)
          .read(lists.get())
          .ifPresent(spec -> modes.put(group, new RuleMode.Taint(spec)));
    }
    return modes;
  }

  /** The languages in groups that have the same models. */
  private Collection<Set<Language>> byModels(Fields lists, boolean newer, Set<Language> languages) {
    List<String> ids = new ArrayList<>();
    for (Entry entry : lists.given(newer ? NEW_TAINT_LISTS : TAINT_LISTS)) {
      if (entry.value() instanceof Sequence list) {
        for (YamlNode item : list.items()) {
          if (item instanceof Mapping map && map.get("model").orElse(null) instanceof Scalar id) {
            ids.add(id.text());
          }
        }
      }
    }
    Map<List<List<ModelLibrary.Model>>, Set<Language>> groups = new LinkedHashMap<>();
    for (Language language : languages.stream().sorted().toList()) {
      List<List<ModelLibrary.Model>> used =
          ids.stream().map(id -> library.find(id, language)).toList();
      groups.computeIfAbsent(used, key -> EnumSet.noneOf(Language.class)).add(language);
    }
    return groups.values();
  }

  private static PathFilter paths(Fields fields, ReadingContext context) {
    return fields
        .node("paths")
        .flatMap(node -> Fields.of(node, "'paths'", context, Set.of("include", "exclude")))
        .map(paths -> new PathFilter(paths.texts("include"), paths.texts("exclude")))
        .orElse(PathFilter.ALL);
  }

  private static Optional<RuleFix> fix(Fields fields, ReadingContext context) {
    Optional<YamlNode> template = fields.node("fix");
    if (template.isPresent()) {
      return template.get() instanceof Scalar scalar
          ? Optional.of(new RuleFix.Replacement(scalar.text().strip()))
          : context.text(template.get(), "'fix'").map(RuleFix.Replacement::new);
    }
    Optional<Fields> regexFix =
        fields
            .node("fix-regex")
            .flatMap(node ->
                Fields.of(node, "'fix-regex'", context, Set.of("regex", "replacement", "count")));
    if (regexFix.isEmpty()) {
      return Optional.empty();
    }
    Optional<Pattern> regex =
        regexFix
            .get()
            .required("regex")
            .flatMap(node -> new FormulaReader(context).pattern(node, 0));
    Optional<YamlNode> replacement = regexFix.get().required("replacement");
    if (regex.isEmpty() || replacement.isEmpty()) {
      return Optional.empty();
    }
    String text =
        replacement.get() instanceof Scalar scalar
            ? scalar.text()
            : context.text(replacement.get(), "'replacement'").orElse("");
    return Optional.of(
        new RuleFix.RegexReplacement(regex.get(), text, regexFix.get().integer("count").orElse(0)));
  }
}
