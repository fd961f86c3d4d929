package dev.coderev.analysis.rule;

import dev.coderev.analysis.source.Language;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The words that may stand under {@code languages}. */
final class RuleLanguages {
  static final Set<String> REGEX = Set.of("regex", "none");
  static final Set<String> GENERIC = Set.of("generic", "spacegrep", "aliengrep");

  /** Languages of the rule syntax that CodeRev does not parse. */
  private static final Set<String> UNSUPPORTED =
      Set.copyOf(
          List.of(
              ("apex bash sh cairo circom clojure dart ex elixir hack"
                      + " jsonnet julia lisp lua move_on_sui move_on_aptos ocaml promql proto protobuf"
                      + " proto3 ql r scheme vb vue")
                  .split(" ")));

  private static final Set<String> SUPPORTED =
      Arrays.stream(Language.values())
          .filter(Language::isParsed)
          .flatMap(language -> language.ids().stream())
          .collect(Collectors.toUnmodifiableSet());

  private RuleLanguages() {}

  static boolean isSupported(String word) {
    return SUPPORTED.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean isKnownElsewhere(String word) {
    return UNSUPPORTED.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Every word that has a meaning. */
  static Set<String> all() {
    Set<String> all = new TreeSet<>(SUPPORTED);
    all.addAll(UNSUPPORTED);
    all.addAll(REGEX);
    all.addAll(GENERIC);
    return all;
  }

  static Set<Language> every() {
    return EnumSet.allOf(Language.class);
  }
}
