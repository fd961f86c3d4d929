package dev.coderev.server.evolution.gold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a version did on a set of cases; what there are no cases for is absent.
 *
 * @param overall the mean of the sets by their weights; empty unless all of them are there
 * @param accuracy share of all cases that passed
 * @param securityPass share of the cases with a hole that passed
 * @param falsePositiveRate share of the clean cases with a finding
 * @param missing what this cannot tell
 */
public record GoldResult(
    Map<String, SetScore> sets,
    Optional<Double> overall,
    Optional<Double> accuracy,
    Optional<Double> securityPass,
    Optional<Double> falsePositiveRate,
    List<String> missing,
    List<CaseScore> cases) {
  private static final int LEAST_CASES = 30;
  private static final int LEAST_SECURITY = 200;
  private static final double LEAST_OVERALL = 0.90;
  private static final double LEAST_SECURITY_SCORE = 0.95;
  private static final double LEAST_SCORE = 0.75;
  private static final double MOST_FALSE = 0.05;

  /** How a version did on the cases of one set. */
  public record SetScore(double score, double target, int cases, int passed) {}

  public GoldResult {
    sets = Map.copyOf(sets);
    missing = List.copyOf(missing);
    cases = List.copyOf(cases);
  }

  /**
   * The result over cases.
   *
   * @param scores one for each case, in their order; fewer where the run was cut short
   */
  static GoldResult of(List<GoldCase> all, List<CaseScore> scores) {
    Map<String, SetScore> sets = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    double overall = 0;
    int security = 0;
    for (GoldCategory category : GoldCategory.values()) {
      SetScore score = score(category, all, scores);
      if (score.cases() > 0) {
        sets.put(category.id(), score);
        overall += category.weight() * score.score();
      }
      security += category.isSecurity() ? score.cases() : 0;
      if (score.cases() < LEAST_CASES) {
        missing.add(
            category.id()
                + " has "
                + score.cases()
                + " cases of "
                + LEAST_CASES
                + " that it takes");
      }
    }
    if (security < LEAST_SECURITY) {
      missing.add("security and injection have " + security + " of " + LEAST_SECURITY + " cases");
    }
    long clean = scores.stream().filter(CaseScore::clean).count();
    if (clean * 2 < scores.size()) {
      missing.add("less than half of the cases are clean");
    }
    if (scores.size() < all.size()) {
      missing.add((all.size() - scores.size()) + " cases were not run");
    }
    return new GoldResult(
        sets,
        sets.size() == GoldCategory.values().length ? Optional.of(overall) : Optional.empty(),
        share(scores, scores.stream().filter(CaseScore::passed).count()),
        securityPass(scores),
        share(
            scores.stream().filter(CaseScore::clean).toList(),
            scores.stream().filter(one -> one.clean() && !one.passed()).count()),
        missing,
        scores);
  }

  private static SetScore score(GoldCategory category, List<GoldCase> all, List<CaseScore> scores) {
    double weight = 0;
    double reached = 0;
    int count = 0;
    int passed = 0;
    for (int i = 0; i < scores.size(); i++) {
      if (scores.get(i).set().equals(category.id())) {
        weight += all.get(i).weight();
        count++;
        if (scores.get(i).passed()) {
          reached += all.get(i).weight();
          passed++;
        }
      }
    }
    return new SetScore(weight == 0 ? 0 : reached / weight, category.target(), count, passed);
  }

  private static Optional<Double> securityPass(List<CaseScore> scores) {
    List<CaseScore> holes =
        scores.stream()
            .filter(one -> !one.clean())
            .filter(
                one -> GoldCategory.byId(one.set()).filter(GoldCategory::isSecurity).isPresent())
            .toList();
    return share(holes, holes.stream().filter(CaseScore::passed).count());
  }

  private static Optional<Double> share(List<CaseScore> of, long count) {
    return of.isEmpty() ? Optional.empty() : Optional.of((double) count / of.size());
  }

  /** Successful, failed, or inconclusive where too little was asked. */
  public String outcome() {
    if (!missing.isEmpty()) {
      return "inconclusive";
    }
    boolean good =
        overall.orElse(0.0) >= LEAST_OVERALL
            && falsePositiveRate.orElse(1.0) <= MOST_FALSE
            && sets.entrySet().stream()
                .allMatch(set -> set.getValue().score() >= least(set.getKey()));
    return good ? "successful" : "failed";
  }

  private static double least(String set) {
    return GoldCategory.byId(set).filter(GoldCategory::isSecurity).isPresent()
        ? LEAST_SECURITY_SCORE
        : LEAST_SCORE;
  }

  /** The score of a set; empty without cases. */
  public Optional<Double> scoreOf(GoldCategory category) {
    return Optional.ofNullable(sets.get(category.id())).map(SetScore::score);
  }
}
