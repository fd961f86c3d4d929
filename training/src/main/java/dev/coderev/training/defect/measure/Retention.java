package dev.coderev.training.defect.measure;

import dev.coderev.model.evaluate.Estimate;
import dev.coderev.model.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * What share of one model's accuracy another keeps on the same tasks, with 95 % intervals from
 * tasks drawn with replacement, the same for both.
 *
 * @param whole of all right answers, those by chance among them: a model that guesses keeps much
 * @param aboveChance of what is better than guessing; empty when the first model may be guessing
 *     itself
 * @param nextToken of the next tokens that the first model foretells in methods without a defect
 */
public record Retention(Estimate whole, Optional<Estimate> aboveChance, Estimate nextToken) {

  private static final int DRAWS = 1000;

  public static Retention of(DefectScores teacher, DefectScores student) {
    List<Tally> tallies = Tally.of(teacher, student);
    Tally all = tallies.stream().reduce(Tally.NOTHING, Tally::plus);
    var random = new Random(1);
    var drawn = new Tally[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      Tally sum = Tally.NOTHING;
      for (int j = 0; j < tallies.size(); j++) {
        sum = sum.plus(tallies.get(random.nextInt(tallies.size())));
      }
      drawn[i] = sum;
    }
    Estimate above = estimate(all, drawn, it -> it.aboveChance(true));
    return new Retention(
        estimate(all, drawn, it -> it.accuracy(false) / it.accuracy(true)),
        above.low() > 0
            ? Optional.of(estimate(all, drawn, it -> it.aboveChance(false) / it.aboveChance(true)))
            : Optional.empty(),
        estimate(all, drawn, it -> it.nextToken(false) / it.nextToken(true)));
  }

  private static Estimate estimate(Tally all, Tally[] drawn, ToDoubleFunction<Tally> figure) {
    var values = new double[drawn.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = figure.applyAsDouble(drawn[i]);
    }
    return Estimate.of(figure.applyAsDouble(all), values);
  }

  public Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("whole", whole.json());
    json.put("above_chance", aboveChance.map(Estimate::json).orElse(Json.NULL));
    json.put("next_token", nextToken.json());
    return new Json.Obj(json);
  }
}
