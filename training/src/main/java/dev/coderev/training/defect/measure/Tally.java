package dev.coderev.training.defect.measure;

import dev.coderev.training.TrainingException;
import dev.coderev.training.defect.measure.DefectScores.Answered;
import dev.coderev.training.defect.measure.DefectScores.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What two models, a teacher and a student, answered to some tasks, as sums. */
final class Tally {

  private static final int QUESTIONS = Question.values().length;
  private static final int COUNT = 0;
  private static final int CHANCE = 1;
  private static final int TEACHER = 2;
  private static final int STUDENT = 3;
  private static final int FIELDS = 4;

  /** The tokens that were foretold are kept as one more question without chance. */
  private static final int TOKENS = QUESTIONS;

  static final Tally NOTHING = new Tally();

  private final double[] sums = new double[(QUESTIONS + 1) * FIELDS];

  private Tally() {}

  /** The tallies of single tasks, by their names. */
  static List<Tally> of(DefectScores teacher, DefectScores student) {
    var tallies = new LinkedHashMap<String, Tally>();
    add(tallies, teacher, TEACHER);
    add(tallies, student, STUDENT);
    return tallies.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static void add(Map<String, Tally> tallies, DefectScores scores, int model) {
    var asked = new ArrayList<Tally>();
    for (Answered it : scores.answered()) {
      Tally tally = tallies.computeIfAbsent(it.task(), id -> new Tally());
      int at = it.question().ordinal() * FIELDS;
      if (model == TEACHER) {
        tally.sums[at + COUNT]++;
        tally.sums[at + CHANCE] += it.chance();
      }
      tally.sums[at + model] += it.right() ? 1 : 0;
      asked.add(tally);
    }
    if (asked.stream().anyMatch(it -> it.count() == 0)) {
      throw new TrainingException("the two models answered other tasks");
    }
    for (TaskAnswer it : scores.clean()) {
      Tally tally = tallies.computeIfAbsent(it.task().id(), id -> new Tally());
      int at = TOKENS * FIELDS;
      if (model == TEACHER) {
        tally.sums[at + COUNT] += it.tokens();
      }
      tally.sums[at + model] += it.correct();
    }
  }

  private double count() {
    double count = 0;
    for (int question = 0; question < QUESTIONS; question++) {
      count += sums[question * FIELDS + COUNT];
    }
    return count;
  }

  Tally plus(Tally other) {
    var sum = new Tally();
    for (int i = 0; i < sums.length; i++) {
      sum.sums[i] = sums[i] + other.sums[i];
    }
    return sum;
  }

  /** The mean of the shares of right answers to each question. */
  double accuracy(boolean ofTeacher) {
    return mean(ofTeacher, 0);
  }

  /** The same, less what guessing would reach. */
  double aboveChance(boolean ofTeacher) {
    return mean(ofTeacher, 1);
  }

  private double mean(boolean ofTeacher, double chance) {
    double sum = 0;
    for (int at = 0; at < QUESTIONS * FIELDS; at += FIELDS) {
      double right = sums[at + (ofTeacher ? TEACHER : STUDENT)] - chance * sums[at + CHANCE];
      sum += sums[at + COUNT] == 0 ? 0 : right / sums[at + COUNT];
    }
    return sum / QUESTIONS;
  }

  /** The share of next tokens that were foretold. */
  double nextToken(boolean ofTeacher) {
    int at = TOKENS * FIELDS;
    return sums[at + (ofTeacher ? TEACHER : STUDENT)] / sums[at + COUNT];
  }
}
