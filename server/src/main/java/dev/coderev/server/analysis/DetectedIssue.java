package dev.coderev.server.analysis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * Something that an analysis found, in the words of the API.
 *
 * @param category security, performance, style, bug, maintainability or best_practice
 * @param type of vulnerability; {@code other} for what is none
 * @param fingerprint identity within the project that survives moved lines
 * @param suppressed whether it does not count
 */
public record DetectedIssue(
    String rule,
    String severity,
    String category,
    String type,
    String title,
    String message,
    String file,
    int line,
    int column,
    int endLine,
    int endColumn,
    String snippet,
    Optional<String> suggestion,
    boolean autoFixable,
    String fingerprint,
    double confidence,
    List<String> cwe,
    List<String> owasp,
    boolean suppressed) {
  public DetectedIssue {
    cwe = List.copyOf(cwe);
    owasp = List.copyOf(owasp);
  }

  @JsonIgnore
  public boolean isSecurity() {
    return category.equals("security");
  }
}
