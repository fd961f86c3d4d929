package dev.coderev.analysis.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A defect that a rule reports at a place.
 *
 * @param fingerprint identity that survives moved lines and renamed siblings: lower-case hex,
 *     unique within one report
 * @param message the rule's message with metavariables filled in
 * @param metavariables source text of what the rule's metavariables stand for, with the {@code $}
 * @param flow present for findings of taint rules
 * @param fix the rule's repair of this finding, not yet proven; empty where the rule has none
 * @param suppression present where the finding does not count
 */
public record Finding(
    String ruleId,
    Severity severity,
    Confidence confidence,
    Place place,
    String message,
    String fingerprint,
    Map<String, String> metavariables,
    Optional<TaintFlow> flow,
    List<TextEdit> fix,
    Optional<Suppression> suppression) {

  public Finding {
    metavariables = Map.copyOf(metavariables);
    fix = List.copyOf(fix);
  }

  public boolean isSuppressed() {
    return suppression.isPresent();
  }

  public Finding withSuppression(Suppression why) {
    return new Finding(
        ruleId,
        severity,
        confidence,
        place,
        message,
        fingerprint,
        metavariables,
        flow,
        fix,
        Optional.of(why));
  }

  public Finding withFingerprint(String identity) {
    return new Finding(
        ruleId,
        severity,
        confidence,
        place,
        message,
        identity,
        metavariables,
        flow,
        fix,
        suppression);
  }

  public Finding withSeverity(Severity other) {
    return new Finding(
        ruleId,
        other,
        confidence,
        place,
        message,
        fingerprint,
        metavariables,
        flow,
        fix,
        suppression);
  }

  public Finding withConfidence(Confidence other) {
    return new Finding(
        ruleId,
        severity,
        other,
        place,
        message,
        fingerprint,
        metavariables,
        flow,
        fix,
        suppression);
  }

  public Finding withFix(List<TextEdit> other) {
    return new Finding(
        ruleId,
        severity,
        confidence,
        place,
        message,
        fingerprint,
        metavariables,
        flow,
        other,
        suppression);
  }
}
