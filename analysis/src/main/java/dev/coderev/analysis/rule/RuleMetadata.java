package dev.coderev.analysis.rule;

import java.util.List;
import java.util.Map;

/**
 * What a rule says about itself beyond matching.
 *
 * @param category {@code security}, {@code correctness}, {@code performance}, {@code
 *     maintainability} or another word; empty where the rule gives none
 * @param cwe as written, for example {@code "CWE-89: Improper Neutralization …"}
 * @param owasp as written, for example {@code "A03:2021 - Injection"}
 * @param all every key of {@code metadata} as read: text, numbers, booleans, lists and maps
 */
public record RuleMetadata(
    String category,
    List<String> cwe,
    List<String> owasp,
    List<String> references,
    Map<String, Object> all) {
  public RuleMetadata {
    cwe = List.copyOf(cwe);
    owasp = List.copyOf(owasp);
    references = List.copyOf(references);
    all = Map.copyOf(all);
  }
}
