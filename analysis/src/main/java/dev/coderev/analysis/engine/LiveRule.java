package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.CallGraph.Spot;
import dev.coderev.analysis.engine.CompiledRule.Program;
import dev.coderev.analysis.project.ProjectIndex;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.taint.CallWays;
import dev.coderev.analysis.taint.CompiledTaint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A taint rule that has sources and sinks in a project, in all languages that it is for. */
final class LiveRule {
  private final String id;
  private final Map<Language, RuleEntry> byLanguage = new TreeMap<>();
  private final Set<Spot> sources = new HashSet<>();
  private final Set<Spot> sinks = new HashSet<>();
  private final Set<Integer> files = new HashSet<>();

  private CallWays ways = CallWays.UNKNOWN;

  private LiveRule(String id) {
    this.id = id;
  }

  /** The rules that both begin and end somewhere, by their names. */
  static Map<String, LiveRule> of(
      @Nullable FileDraft[] drafts, Function<Language, LanguageRules> rules) {
    Map<String, LiveRule> all = new TreeMap<>();
    for (FileDraft draft : drafts) {
      if (draft != null) {
        List<RuleEntry> ofLanguage = rules.apply(draft.language()).rules();
        for (TaintEnds ends : draft.ends()) {
          RuleEntry entry = ofLanguage.get(ends.rule());
          LiveRule rule = all.computeIfAbsent(entry.id(), LiveRule::new);
          rule.byLanguage.put(draft.language(), entry);
          rule.sources.addAll(ends.sources());
          rule.sinks.addAll(ends.sinks());
          rule.files.add(draft.number());
        }
      }
    }
    all.values().removeIf(rule -> rule.sources.isEmpty() || rule.sinks.isEmpty());
    all.values().forEach(rule -> rule.spread(rules));
    return all;
  }

  /** Lets the rule go from its languages into others that they can call. */
  private void spread(Function<Language, LanguageRules> rules) {
    for (Language language : byLanguage.keySet().toArray(Language[]::new)) {
      for (Language other : Language.values()) {
        if (other != language && ProjectIndex.areKin(language, other)) {
          rules.apply(other).rules().stream()
              .filter(candidate -> candidate.id().equals(id))
              .findFirst()
              .ifPresent(found -> byLanguage.putIfAbsent(other, found));
        }
      }
    }
  }

  String id() {
    return id;
  }

  Set<Language> languages() {
    return byLanguage.keySet();
  }

  Set<Spot> sources() {
    return sources;
  }

  Set<Spot> sinks() {
    return sinks;
  }

  /** Whether the rule begins or ends in a file. */
  boolean hasEndsIn(int file) {
    return files.contains(file);
  }

  /** The files in which the rule both begins and ends. */
  Set<Integer> filesWithBoth() {
    Set<Integer> both =
        sources.stream().map(Spot::file).collect(Collectors.toCollection(TreeSet::new));
    both.retainAll(sinks.stream().map(Spot::file).collect(Collectors.toSet()));
    return both;
  }

  RuleEntry entry(Language language) {
    return Objects.requireNonNull(byLanguage.get(language));
  }

  /** The rule in a language; empty where it is not for it. */
  Optional<CompiledTaint> in(Language language) {
    RuleEntry rule = byLanguage.get(language);
    return rule != null && rule.compiled().program() instanceof Program.Taint(CompiledTaint taint)
        ? Optional.of(taint)
        : Optional.empty();
  }

  boolean isFor(Language language, String path) {
    RuleEntry rule = byLanguage.get(language);
    return rule != null && rule.accepts(path);
  }

  /** Which functions may matter. */
  CallWays ways() {
    return ways;
  }

  void ways(CallWays known) {
    this.ways = known;
  }
}
