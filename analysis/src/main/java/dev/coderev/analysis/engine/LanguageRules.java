package dev.coderev.analysis.engine;

import java.util.List;

/** All rules for the files of one language, and the filter before them. */
record LanguageRules(List<CompiledRule> rules, Prefilter prefilter) {

  static LanguageRules of(List<CompiledRule> rules) {
    return new LanguageRules(
        List.copyOf(rules), new Prefilter(rules.stream().map(CompiledRule::requirement).toList()));
  }

  /** The rules that may find something in this file. */
  List<CompiledRule> candidates(String path, String text) {
    return prefilter.candidates(text).stream()
        .mapToObj(rules::get)
        .filter(rule -> rule.paths().accepts(path))
        .toList();
  }
}
