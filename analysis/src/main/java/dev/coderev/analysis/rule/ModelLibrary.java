package dev.coderev.analysis.rule;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Sequence;
import dev.coderev.analysis.yaml.YamlReader;
import dev.coderev.analysis.yaml.YamlUnreadable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The models that taint rules share: lists of sources, sinks, sanitizers or propagators by name and
 * language, which a rule takes over with an item {@code - model: NAME}.
 */
public final class ModelLibrary {
  /** No models at all. */
  public static final ModelLibrary EMPTY = new ModelLibrary(List.of(), List.of());

  private static final Set<String> KEYS = Set.of("id", "languages", "patterns");

  private final List<Model> models;
  private final List<RuleProblem> problems;

  /** One named list. */
  record Model(String id, Set<Language> languages, List<YamlNode> items, RulePlace place) {
    Model {
      languages = Set.copyOf(languages);
      items = List.copyOf(items);
    }
  }

  private ModelLibrary(List<Model> models, List<RuleProblem> problems) {
    this.models = models;
    this.problems = problems;
  }

  /** The models of these files; what is wrong in them is reported with the rules. */
  public static ModelLibrary read(List<RuleText> files) {
    ProblemList problems = new ProblemList();
    List<Model> models = new ArrayList<>();
    for (RuleText file : files) {
      try {
        YamlReader.read(file.name(), file.text())
            .ifPresent(root -> readFile(root, problems, models));
      } catch (YamlUnreadable e) {
        problems.add(ProblemList.place(e.place()), e.reason());
      }
    }
    return new ModelLibrary(List.copyOf(models), problems.sorted());
  }

  private static void readFile(YamlNode root, ProblemList problems, List<Model> models) {
    ReadingContext context = new ReadingContext(" in a model file", problems);
    Fields.of(root, "a model file", context, Set.of("models"))
        .ifPresent(fields -> {
          fields.required("models");
          fields.list("models", node -> model(node, problems)).forEach(models::add);
        });
  }

  private static Optional<Model> model(YamlNode node, ProblemList problems) {
    ReadingContext unnamed = new ReadingContext(" in a model", problems);
    Optional<Fields> read = Fields.of(node, "a model", unnamed, KEYS);
    Optional<String> id = read.flatMap(fields -> fields.requiredText("id"));
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = read.orElseThrow();
    ReadingContext context = new ReadingContext(" in model '" + id.get() + "'", problems);
    Set<Language> languages = EnumSet.noneOf(Language.class);
    for (String word : fields.texts("languages")) {
      Optional<Language> language = Language.byId(word).filter(Language::isParsed);
      language.ifPresentOrElse(
          languages::add,
          () ->
              context.problem(
                  fields.node("languages").orElseThrow(), "unknown language '" + word + "'"));
    }
    if (languages.isEmpty()) {
      fields.required("languages");
    }
    Optional<YamlNode> items = fields.required("patterns");
    if (items.isPresent() && !(items.get() instanceof Sequence)) {
      context.problem(items.get(), "'patterns' must be a list, not " + items.get().description());
    }
    return items.isPresent() && items.get() instanceof Sequence list
        ? Optional.of(new Model(id.get(), languages, list.items(), fields.place()))
        : Optional.empty();
  }

  /** What is wrong in the model files themselves. */
  List<RuleProblem> problems() {
    return problems;
  }

  /** The models of this name for a language; several files may add to one. */
  List<Model> find(String id, Language language) {
    return models.stream()
        .filter(model -> model.id().equals(id) && model.languages().contains(language))
        .toList();
  }

  Set<String> idsFor(Set<Language> languages) {
    Set<String> ids = new TreeSet<>();
    for (Model model : models) {
      if (model.languages().stream().anyMatch(languages::contains)) {
        ids.add(model.id());
      }
    }
    return ids;
  }
}
