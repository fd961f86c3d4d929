package dev.coderev.benchmarks;

import dev.coderev.analysis.source.Language;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text of a rule file says it needs, told without reading it as rules. */
record RuleFacts(Set<String> languages, Set<String> features) {
  private static final Pattern LANGUAGES =
      Pattern.compile("(?m)^\\s*languages:\\s*(\\[[^\\]]*\\]|(?:\\R\\s*-\\s*\\S+)+)");
  private static final Pattern WORD = Pattern.compile("[\\w+#]+");
  private static final List<String> KEYS =
      List.of(
          "pattern-inside",
          "pattern-not",
          "pattern-not-inside",
          "pattern-regex",
          "pattern-not-regex",
          "metavariable-regex",
          "metavariable-pattern",
          "metavariable-comparison",
          "metavariable-analysis",
          "metavariable-type",
          "focus-metavariable",
          "pattern-propagators",
          "pattern-sanitizers",
          "fix",
          "fix-regex",
          "options");

  static RuleFacts of(String text) {
    Set<String> languages = new TreeSet<>();
    Matcher matcher = LANGUAGES.matcher(text);
    while (matcher.find()) {
      Matcher words = WORD.matcher(matcher.group(1));
      while (words.find()) {
        languages.add(Language.byId(words.group()).map(Language::id).orElse(words.group()));
      }
    }
    Set<String> features = new TreeSet<>();
    for (String key : KEYS) {
      if (Pattern.compile("(?m)^[\\s-]*" + key + ":").matcher(text).find()) {
        features.add(key);
      }
    }
    if (text.contains("mode: taint")) {
      features.add("mode: taint");
    }
    if (text.contains("<...")) {
      features.add("deep expression <... ...>");
    }
    if (text.contains(". ...")) {
      features.add("chained calls . ... .");
    }
    if (text.contains("$...")) {
      features.add("ellipsis metavariable $...X");
    }
    return new RuleFacts(languages, features);
  }
}
