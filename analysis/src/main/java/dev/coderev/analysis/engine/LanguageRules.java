package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.Requirement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * All rules for the files of one language, and the filter before them.
 *
 * @param prefilter tells of each rule whether it can find something in a file, then of each whether
 *     taint can begin there, then of each whether it can end there
 */
record LanguageRules(List<RuleEntry> rules, Prefilter prefilter) {

  static LanguageRules of(List<RuleEntry> rules) {
    List<Requirement> requirements = new ArrayList<>();
    rules.forEach(rule -> requirements.add(rule.requirements().whole()));
    rules.forEach(rule -> requirements.add(rule.requirements().source()));
    rules.forEach(rule -> requirements.add(rule.requirements().sink()));
    return new LanguageRules(List.copyOf(rules), new Prefilter(requirements));
  }

  /**
   * What may come of the rules in one file, by their numbers.
   *
   * @param whole rules that may find something in the file on its own
   * @param sources taint rules that may have sources in it
   * @param sinks taint rules that may have sinks in it
   */
  record Chances(BitSet whole, BitSet sources, BitSet sinks) {}

  Chances chances(String path, String text) {
    BitSet all = prefilter.candidates(text);
    int count = rules.size();
    BitSet whole = all.get(0, count);
    BitSet sources = all.get(count, 2 * count);
    BitSet sinks = all.get(2 * count, 3 * count);
    for (int rule = 0; rule < count; rule++) {
      boolean asked = whole.get(rule) || sources.get(rule) || sinks.get(rule);
      if (asked && !rules.get(rule).accepts(path)) {
        whole.clear(rule);
        sources.clear(rule);
        sinks.clear(rule);
      }
    }
    return new Chances(whole, sources, sinks);
  }

  /** The rules that may find something in this file. */
  List<CompiledRule> candidates(String path, String text) {
    return chosen(chances(path, text).whole());
  }

  /** The rules with these numbers. */
  List<CompiledRule> chosen(BitSet numbers) {
    return numbers.stream().mapToObj(number -> rules.get(number).compiled()).toList();
  }
}
