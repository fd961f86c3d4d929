package dev.coderev.analysis.rule;

import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A place that rules come from: a file, a folder or the class path. */
public interface RuleSource {
  /**
   * The texts of the rule files that may have rules for one of {@code languages}.
   *
   * @throws RulesUnreadable if the place cannot be read
   */
  List<RuleText> rules(Set<Language> languages);

  /** The texts of the model files for {@code languages}; see {@link ModelLibrary}. */
  List<RuleText> models(Set<Language> languages);

  /** The rules of all sources; each may use the models of all. */
  static RuleReading read(List<? extends RuleSource> sources, Set<Language> languages) {
    List<RuleText> models = new ArrayList<>();
    List<RuleText> rules = new ArrayList<>();
    for (RuleSource source : sources) {
      models.addAll(source.models(languages));
      rules.addAll(source.rules(languages));
    }
    return new RuleReader(ModelLibrary.read(models)).read(rules);
  }

  /** All that the sources hold, whatever the language. */
  static RuleReading readAll(List<? extends RuleSource> sources) {
    return read(sources, EnumSet.allOf(Language.class));
  }
}
