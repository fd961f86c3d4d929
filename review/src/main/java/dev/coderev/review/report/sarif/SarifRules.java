package dev.coderev.review.report.sarif;

import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.review.report.fact.Titles;
import dev.coderev.review.report.fact.Weakness;
import dev.coderev.review.report.json.JsonOutput;
import dev.coderev.review.result.ReviewResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules of a run and the weaknesses they point to. */
final class SarifRules {
  private static final int MAX_DESCRIPTION = 1024;

  private final Collection<Rule> rules;
  private final List<String> ids;
  private final SortedMap<Integer, Weakness> weaknesses = new TreeMap<>();
  private final List<Integer> taxa;

  SarifRules(ReviewResult result) {
    rules = result.rules().values();
    ids = List.copyOf(result.rules().keySet());
    for (Rule rule : rules) {
      for (Weakness weakness : Weakness.of(rule)) {
        weaknesses.merge(
            weakness.number(), weakness, (known, other) -> known.title().isEmpty() ? other : known);
      }
    }
    taxa = List.copyOf(weaknesses.keySet());
  }

  /** The place of a rule among the rules of the run, -1 where it is not among them. */
  int indexOf(String ruleId) {
    return ids.indexOf(ruleId);
  }

  void write(JsonOutput json) {
    json.array("rules", rules, rule -> json.object(() -> rule(rule, json)));
    if (!taxa.isEmpty()) {
      json.array(
          "supportedTaxonomies",
          List.of("CWE"),
          name ->
              json.object(() -> {
                json.string("name", name);
                json.number("index", 0);
              }));
    }
  }

  void writeTaxonomies(JsonOutput json) {
    if (taxa.isEmpty()) {
      return;
    }
    json.array("taxonomies", List.of("CWE"), name -> json.object(() -> taxonomy(name, json)));
  }

  private void taxonomy(String name, JsonOutput json) {
    json.string("name", name);
    json.string("organization", "MITRE");
    json.string("informationUri", "https://cwe.mitre.org/");
    text("shortDescription", "The Common Weakness Enumeration", json);
    json.array(
        "taxa",
        weaknesses.values(),
        weakness ->
            json.object(() -> {
              json.string("id", Integer.toString(weakness.number()));
              json.string("helpUri", weakness.page());
              if (!weakness.title().isEmpty()) {
                text("shortDescription", weakness.title(), json);
              }
            }));
  }

  private void rule(Rule rule, JsonOutput json) {
    json.string("id", rule.id());
    json.string("name", name(rule.id()));
    text("shortDescription", Titles.of(rule.message(), 255), json);
    text("fullDescription", Titles.cut(rule.message().strip(), MAX_DESCRIPTION), json);
    List<String> references = pages(rule);
    if (!references.isEmpty()) {
      json.string("helpUri", references.getFirst());
    }
    json.object(
        "help",
        () -> {
          json.string("text", helpText(rule, references));
          json.string("markdown", helpMarkdown(rule, references));
        });
    json.object("defaultConfiguration", () -> json.string("level", level(rule.severity())));
    json.arrayUnlessEmpty(
        "relationships",
        Weakness.of(rule),
        weakness -> json.object(() -> relationship(weakness, json)));
    json.object("properties", () -> properties(rule, json));
  }

  private void relationship(Weakness weakness, JsonOutput json) {
    json.object(
        "target",
        () -> {
          json.string("id", Integer.toString(weakness.number()));
          json.number("index", taxa.indexOf(weakness.number()));
          json.object(
              "toolComponent",
              () -> {
                json.string("name", "CWE");
                json.number("index", 0);
              });
        });
    json.strings("kinds", List.of("superset"));
  }

  private static void properties(Rule rule, JsonOutput json) {
    json.strings("tags", tags(rule));
    json.string("precision", precision(rule.confidence()));
    json.string("problem.severity", problemSeverity(rule.severity()));
    if (isSecurity(rule)) {
      json.string("security-severity", securitySeverity(rule.severity()));
    }
  }

  private static Set<String> tags(Rule rule) {
    Set<String> tags = new TreeSet<>();
    if (!rule.metadata().category().isBlank()) {
      tags.add(rule.metadata().category());
    }
    if (isSecurity(rule)) {
      tags.add("security");
    }
    for (Weakness weakness : Weakness.of(rule)) {
      tags.add(String.format(Locale.ROOT, "external/cwe/cwe-%03d", weakness.number()));
    }
    for (String owasp : rule.metadata().owasp()) {
      tags.add("OWASP-" + owasp);
    }
    return tags;
  }

  private static boolean isSecurity(Rule rule) {
    String category = rule.metadata().category();
    return category.equals("security") || (category.isBlank() && !rule.metadata().cwe().isEmpty());
  }

  private static List<String> pages(Rule rule) {
    List<String> pages = new ArrayList<>();
    rule.metadata().references().stream()
        .filter(reference -> reference.matches("https?://[\\x21-\\x7E&&[^\"<>\\\\^`{|}]]+"))
        .forEach(pages::add);
    Weakness.of(rule).stream()
        .map(Weakness::page)
        .filter(page -> !pages.contains(page))
        .forEach(pages::add);
    return pages;
  }

  private static String helpText(Rule rule, List<String> references) {
    StringBuilder text = new StringBuilder(rule.message().strip());
    rule.metadata().cwe().forEach(cwe -> text.append('\n').append(cwe));
    rule.metadata().owasp().forEach(owasp -> text.append("\nOWASP ").append(owasp));
    references.forEach(page -> text.append('\n').append(page));
    return text.toString();
  }

  private static String helpMarkdown(Rule rule, List<String> references) {
    StringBuilder text = new StringBuilder("# ").append(rule.id()).append("\n\n");
    text.append(rule.message().strip()).append('\n');
    if (!rule.metadata().cwe().isEmpty() || !rule.metadata().owasp().isEmpty()) {
      text.append('\n');
    }
    rule.metadata().cwe().forEach(cwe -> text.append("- ").append(cwe).append('\n'));
    rule.metadata().owasp().forEach(owasp -> text.append("- OWASP ").append(owasp).append('\n'));
    if (!references.isEmpty()) {
      text.append("\n## References\n\n");
      references.forEach(page -> text.append("- <").append(page).append(">\n"));
    }
    return text.toString();
  }

  /** {@code java.security.sql-injection} → {@code JavaSecuritySqlInjection}. */
  private static String name(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }

  static void text(String name, String text, JsonOutput json) {
    json.object(name, () -> json.string("text", text));
  }

  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  private static String problemSeverity(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "recommendation";
    };
  }

  private static String precision(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> "high";
      case MEDIUM -> "medium";
      case LOW -> "low";
    };
  }

  /** A number in the middle of the band that GitHub gives each severity. */
  private static String securitySeverity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "3.0";
      case INFO -> "1.0";
    };
  }
}
