package dev.coderev.benchmarks;

import dev.coderev.analysis.ruletest.RuleVerdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How some rules agree with the marks in their fixtures. */
final class Agreement {
  private static final int MOST_REASONS = 10;

  private final Map<String, Integer> reasons = new TreeMap<>();
  private int rules;
  private int passed;
  private int marks;
  private int satisfied;
  private int allMarks;
  private int problems;

  void add(RuleVerdict verdict) {
    rules++;
    passed += verdict.passed() ? 1 : 0;
    marks += verdict.marks();
    satisfied += verdict.satisfied();
    verdict.defects().forEach(defect -> reason(name(defect)));
  }

  void problem(String message) {
    problems++;
    reason("problem: " + message.replaceAll("(?s)\".*\"", "…").replaceAll("'[^']*'", "…"));
  }

  void reason(String reason) {
    reasons.merge(reason, 1, Integer::sum);
  }

  /** Marks for rules, whether those can be read or not. */
  void allMarks(int more) {
    allMarks += more;
  }

  boolean isEmpty() {
    return rules == 0 && reasons.isEmpty() && allMarks == 0;
  }

  int marks() {
    return marks;
  }

  int satisfied() {
    return satisfied;
  }

  int all() {
    return Math.max(allMarks, marks);
  }

  private static String name(RuleVerdict.Defect defect) {
    return switch (defect) {
      case RuleVerdict.Missing _ -> "does not fire on a line marked ruleid";
      case RuleVerdict.Unexpected _ -> "fires on a line not marked ruleid";
      case RuleVerdict.FixDiffers _ -> "fix differs";
      case RuleVerdict.NotRun _ -> "not run to the end";
      case RuleVerdict.NoFixture _ -> "no fixture";
      case RuleVerdict.NoBadLine _ -> "no line marked ruleid";
      case RuleVerdict.NoGoodLine _ -> "no line marked ok";
    };
  }

  /** Of the marks for rules that can be read; empty where nothing was compared. */
  Optional<Double> percent() {
    return percent(satisfied, marks);
  }

  /** Of all marks; those for rules that cannot be read count as not satisfied. */
  Optional<Double> percentOfAll() {
    return percent(satisfied, all());
  }

  private static Optional<Double> percent(int part, int whole) {
    return whole == 0 ? Optional.empty() : Optional.of(100.0 * part / whole);
  }

  private static String shown(Optional<Double> percent) {
    return percent.map("%.1f %%"::formatted).orElse("–");
  }

  void row(TextTable table, String name) {
    table.row(name, rules, passed, problems, marks, shown(percent()), all(), shown(percentOfAll()));
  }

  Map<String, Object> toJson(String group, String name) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(group, name);
    json.put("rules", rules);
    json.put("passed", passed);
    json.put("marks", marks);
    json.put("satisfied", satisfied);
    json.put("percent", percent());
    json.put("allMarks", all());
    json.put("percentOfAll", percentOfAll());
    json.put("problems", problems);
    Map<String, Object> top = new LinkedHashMap<>();
    reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_REASONS)
        .forEach(entry -> top.put(entry.getKey(), entry.getValue()));
    json.put("reasons", top);
    return json;
  }
}
