package dev.coderev.analysis.rule;

import dev.coderev.analysis.rule.ModelLibrary.Model;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Entry;
import dev.coderev.analysis.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code - model: NAME} stands for in a rule.
 *
 * @param all every language of the rule: a model that none of them has is a mistake
 * @param languages those that are being read, which have the same models
 * @param open the models that are being expanded, to which none may lead back
 */
record ModelItems(
    ModelLibrary library, Set<Language> all, Set<Language> languages, Set<String> open) {

  /** One item of a model, and how to read it. */
  record Item(YamlNode node, ReadingContext context, ModelItems models) {}

  List<Item> expand(Mapping item, ReadingContext context) {
    for (Entry entry : item.entries()) {
      if (!entry.key().text().equals("model")) {
        context.problem(entry.key(), "'" + entry.key().text() + "' may not stand beside 'model'");
        return List.of();
      }
    }
    YamlNode name = item.get("model").orElseThrow();
    Optional<String> id = context.text(name, "'model'");
    if (id.isEmpty()) {
      return List.of();
    }
    if (open.contains(id.get())) {
      context.problem(name, "the model '" + id.get() + "' contains itself");
      return List.of();
    }
    if (all.stream().allMatch(language -> library.find(id.get(), language).isEmpty())) {
      context.misspelt(name, "unknown model", id.get(), library.idsFor(all));
      return List.of();
    }
    Set<String> deeper = new LinkedHashSet<>(open);
    deeper.add(id.get());
    ModelItems nested = new ModelItems(library, all, languages, deeper);
    ReadingContext inModel = new ReadingContext(" in model '" + id.get() + "'", context.problems());
    List<Item> items = new ArrayList<>();
    for (Model model : found(id.get())) {
      for (YamlNode node : model.items()) {
        items.add(new Item(node, inModel, nested));
      }
    }
    return items;
  }

  private Set<Model> found(String id) {
    Set<Model> found = new LinkedHashSet<>();
    for (Language language : languages.stream().sorted().toList()) {
      found.addAll(library.find(id, language));
    }
    return found;
  }
}
