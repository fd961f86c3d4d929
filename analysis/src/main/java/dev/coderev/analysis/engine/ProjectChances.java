package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.LanguageRules.Chances;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What may come of the rules in each file of a project, by the texts of all of them: a taint rule
 * that can begin in no file need not be looked for where it could end, nor the other way round.
 */
final class ProjectChances {
  /** Where nothing is known of other files. */
  static final ProjectChances UNKNOWN = new ProjectChances(Map.of(), Map.of());

  private static final BitSet NO_RULES = new BitSet();

  private final Map<Integer, FileChances> files;
  private final Map<Language, BitSet> possible;

  private record FileChances(Language language, Chances chances) {}

  private ProjectChances(Map<Integer, FileChances> files, Map<Language, BitSet> possible) {
    this.files = files;
    this.possible = possible;
  }

  /**
   * Reads all files.
   *
   * @param order in which they are read
   */
  static ProjectChances of(
      List<? extends SourceUnit> units,
      int[] order,
      Function<Language, LanguageRules> rules,
      Workers workers) {
    Map<Integer, FileChances> files = new ConcurrentHashMap<>();
    workers.run(
        order.length,
        () ->
            task ->
                read(units.get(order[task]), rules)
                    .ifPresent(known -> files.put(order[task], known)));
    return new ProjectChances(files, possible(files.values(), rules));
  }

  /** What one file allows for; empty where it cannot be read, which its examination will tell. */
  private static Optional<FileChances> read(
      SourceUnit unit, Function<Language, LanguageRules> rules) {
    try {
      if (unit.read() instanceof SourceUnit.Reading.Read(SourceFile file, _)) {
        Language language = file.language();
        return Optional.of(
            new FileChances(language, rules.apply(language).chances(file.path(), file.text())));
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError _) {
      // The same will happen again where the file is examined.
    }
    return Optional.empty();
  }

  private static Map<Language, BitSet> possible(
      Collection<FileChances> files, Function<Language, LanguageRules> rules) {
    Map<Language, BitSet> sources = new EnumMap<>(Language.class);
    Map<Language, BitSet> sinks = new EnumMap<>(Language.class);
    for (FileChances file : files) {
      sources.computeIfAbsent(file.language(), _ -> new BitSet()).or(file.chances().sources());
      sinks.computeIfAbsent(file.language(), _ -> new BitSet()).or(file.chances().sinks());
    }
    Set<String> both = names(sources, rules);
    both.retainAll(names(sinks, rules));
    Map<Language, BitSet> possible = new EnumMap<>(Language.class);
    for (Language language : sources.keySet()) {
      List<RuleEntry> all = rules.apply(language).rules();
      BitSet here = new BitSet();
      for (int rule = 0; rule < all.size(); rule++) {
        here.set(rule, both.contains(all.get(rule).id()));
      }
      possible.put(language, here);
    }
    return possible;
  }

  private static Set<String> names(
      Map<Language, BitSet> byLanguage, Function<Language, LanguageRules> rules) {
    Set<String> names = new HashSet<>();
    byLanguage.forEach((language, numbers) ->
        numbers.stream().forEach(rule -> names.add(rules.apply(language).rules().get(rule).id())));
    return names;
  }

  /** Whether a taint rule may both begin and end where code of a language takes part. */
  boolean follow(Language language) {
    return !possible.getOrDefault(language, NO_RULES).isEmpty();
  }

  /** What may come of the rules for its language in a file. */
  Chances in(int number, LanguageRules rules, SourceFile file) {
    FileChances known = files.get(number);
    BitSet here = possible.get(file.language());
    if (known == null || here == null || known.language() != file.language()) {
      return rules.chances(file.path(), file.text());
    }
    return new Chances(
        known.chances().whole(),
        both(known.chances().sources(), here),
        both(known.chances().sinks(), here));
  }

  private static BitSet both(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both;
  }
}
