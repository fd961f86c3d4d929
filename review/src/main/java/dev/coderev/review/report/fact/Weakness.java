package dev.coderev.review.report.fact;

import dev.coderev.analysis.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of the Common Weakness Enumeration that a rule names.
 *
 * @param title empty where the rule gives the number only
 */
public record Weakness(int number, String title) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?i)CWE-(\\d{1,6})(?:\\s*[:\\-]\\s*(.*))?", Pattern.DOTALL);

  /** Reads {@code "CWE-89: Improper Neutralization …"}. */
  public static Optional<Weakness> parse(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String title = matcher.group(2);
    return Optional.of(
        new Weakness(Integer.parseInt(matcher.group(1)), title == null ? "" : title.strip()));
  }

  public static List<Weakness> of(Rule rule) {
    return rule.metadata().cwe().stream().map(Weakness::parse).flatMap(Optional::stream).toList();
  }

  public String id() {
    return "CWE-" + number;
  }

  /** The page of the enumeration that describes it. */
  public String page() {
    return "https://cwe.mitre.org/data/definitions/" + number + ".html";
  }
}
