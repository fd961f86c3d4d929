package dev.coderev.training.defect.measure;

import dev.coderev.model.json.Json;
import dev.coderev.training.defect.measure.DefectScores.Answered;
import dev.coderev.training.defect.measure.DefectScores.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What share of one model's accuracy another keeps on the same tasks, with a 95 % interval from
 * tasks drawn with replacement, the same for both.
 *
 * @param aboveChance the share that is kept of what is better than guessing
 */
public record Retention(double value, double low, double high, double aboveChance) {

  private static final int DRAWS = 1000;
  private static final double TAIL = 0.025;

  /** The questions of one task, as both models answered them. */
  private static final class Both {
    private final List<Answered> teacher = new ArrayList<>();
    private final List<Answered> student = new ArrayList<>();
  }

  public static Retention of(DefectScores teacher, DefectScores student) {
    var tasks = new HashMap<String, Both>();
    teacher
        .answered()
        .forEach(it -> tasks.computeIfAbsent(it.task(), id -> new Both()).teacher.add(it));
    student
        .answered()
        .forEach(it -> tasks.computeIfAbsent(it.task(), id -> new Both()).student.add(it));
    List<Both> all =
        tasks.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    var random = new Random(1);
    var drawn = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      var some = new ArrayList<Both>();
      for (int j = 0; j < all.size(); j++) {
        some.add(all.get(random.nextInt(all.size())));
      }
      drawn[i] = accuracy(some, false, false) / accuracy(some, true, false);
    }
    Arrays.sort(drawn);
    int cut = (int) Math.floor(TAIL * (DRAWS - 1));
    return new Retention(
        accuracy(all, false, false) / accuracy(all, true, false),
        drawn[cut],
        drawn[DRAWS - 1 - cut],
        accuracy(all, false, true) / accuracy(all, true, true));
  }

  private static double accuracy(List<Both> tasks, boolean teacher, boolean aboveChance) {
    double sum = 0;
    for (Question question : Question.values()) {
      double right = 0;
      double count = 0;
      for (Both both : tasks) {
        for (Answered answer : teacher ? both.teacher : both.student) {
          if (answer.question() == question) {
            right += (answer.right() ? 1 : 0) - (aboveChance ? answer.chance() : 0);
            count++;
          }
        }
      }
      sum += count == 0 ? 0 : right / count;
    }
    return sum / Question.values().length;
  }

  public Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("value", Json.of(value));
    json.put("low", Json.of(low));
    json.put("high", Json.of(high));
    json.put("above_chance", Json.of(aboveChance));
    return new Json.Obj(json);
  }
}
