package dev.coderev.review.run;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.review.change.ChangedFile.LineChanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which findings a change introduced: those whose identity was not there before and that
 * either lie on touched lines, or flow through them, or are one more of their kind than before, as
 * when a check is taken away.
 */
final class IntroducedFindings {
  private final Map<String, LineChanges> changes;
  private final Map<String, Integer> identitiesBefore = new HashMap<>();
  private final Map<String, Integer> kindsBefore = new HashMap<>();

  /**
   * @param changes by path
   * @param before findings of the same files before the change, under their new paths
   */
  IntroducedFindings(Map<String, LineChanges> changes, List<Finding> before) {
    this.changes = changes;
    for (Finding finding : before) {
      identitiesBefore.merge(finding.fingerprint(), 1, Integer::sum);
      kindsBefore.merge(kindOf(finding), 1, Integer::sum);
    }
  }

  /** The introduced ones among the findings after the change, in their order. */
  List<Finding> among(List<Finding> after) {
    List<Finding> unknown = new ArrayList<>();
    for (Finding finding : after) {
      if (take(identitiesBefore, finding.fingerprint())) {
        take(kindsBefore, kindOf(finding));
      } else {
        unknown.add(finding);
      }
    }
    return unknown.stream()
        .filter(finding -> isTouched(finding) || !take(kindsBefore, kindOf(finding)))
        .toList();
  }

  private static boolean take(Map<String, Integer> counts, String key) {
    Integer left = counts.computeIfPresent(key, (_, count) -> count - 1);
    return left != null && left >= 0;
  }

  private static String kindOf(Finding finding) {
    Place place = finding.place();
    return finding.ruleId() + '\n' + place.path() + '\n' + place.snippet().replaceAll("\\s+", " ");
  }

  private boolean isTouched(Finding finding) {
    return isTouched(finding.place())
        || finding.flow().stream()
            .flatMap(flow -> flow.steps().stream())
            .anyMatch(step -> isTouched(step.place()));
  }

  private boolean isTouched(Place place) {
    LineChanges lines = changes.get(place.path());
    return lines != null && lines.touches(place.start().line(), place.end().line());
  }
}
