package dev.coderev.training.loop;

import dev.coderev.model.ModelException;
import dev.coderev.model.init.OwnTokenizer;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.training.TrainingException;
import dev.coderev.training.data.FillInTheMiddle;
import dev.coderev.training.optimize.Schedule;
import dev.coderev.training.torch.Compute;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/**
 * What a training run computes: with the same corpus, the same plan gives the same model, to the
 * last bit.
 *
 * @param tokens to be trained on, padding aside
 * @param rows sequences of a step
 * @param microRows sequences that are computed at once; the gradients of a step's parts are added
 * @param length tokens of a sequence
 * @param rate the highest rate of learning
 * @param warmup the share of steps until it is reached
 * @param fillRate the share of documents whose middle is to be filled in
 * @param heldOut the share of texts that is kept for measuring
 * @param threads of the processor
 */
public record TrainingPlan(
    long tokens,
    int rows,
    int microRows,
    int length,
    double rate,
    double warmup,
    long seed,
    double fillRate,
    double heldOut,
    Compute.Precision precision,
    int threads) {

  private static final double FLOOR = 0.1;

  public TrainingPlan {
    atLeastOne("tokens", tokens);
    atLeastOne("batch", rows);
    atLeastOne("micro-batch", microRows);
    atLeastOne("length", length);
    atLeastOne("threads", threads);
    if (!(rate > 0 && rate < 1)) {
      throw new TrainingException("the rate " + rate + " must be between 0 and 1");
    }
    share("warm-up", warmup);
    share("fill-in-the-middle", fillRate);
    if (!(heldOut > 0 && heldOut < 1)) {
      throw new TrainingException("the held-out share " + heldOut + " must be between 0 and 1");
    }
  }

  /** The same with other tokens and another rate: another order of the same texts. */
  public TrainingPlan goingOn(long moreTokens, double otherRate) {
    return new TrainingPlan(
        moreTokens,
        rows,
        microRows,
        length,
        otherRate,
        warmup,
        seed + 1,
        fillRate,
        heldOut,
        precision,
        threads);
  }

  /**
   * Refuses sequences that no position is left for.
   *
   * @param whose the positions are, for the message
   */
  public void requireLength(int positions, String whose) {
    if (length > positions) {
      throw new TrainingException(
          "sequences of %d are longer than the %d positions of the %s"
              .formatted(length, positions, whose));
    }
  }

  private static void atLeastOne(String name, long value) {
    if (value < 1) {
      throw new TrainingException(name + " must be at least 1, not " + value);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new TrainingException("the share " + value + " of " + name + " is not within 0 and 1");
    }
  }

  /** The steps that the tokens fill. */
  public long steps() {
    return Math.ceilDiv(tokens, (long) rows * length);
  }

  public Schedule schedule() {
    return new Schedule(rate, Math.round(warmup * steps()), steps(), FLOOR);
  }

  /** How documents are turned around, with the marks of a directory's tokenizer. */
  public FillInTheMiddle filling(Path directory) {
    if (fillRate == 0) {
      return FillInTheMiddle.NEVER;
    }
    try (Tokenizer tokenizer = Tokenizer.open(directory)) {
      int[] ids =
          OwnTokenizer.FILL_IN_THE_MIDDLE.stream()
              .mapToInt(mark ->
                  tokenizer
                      .id(mark)
                      .orElseThrow(() -> new ModelException("the tokenizer lacks " + mark)))
              .toArray();
      return new FillInTheMiddle(fillRate, ids[0], ids[1], ids[2]);
    }
  }

  public Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("tokens", Json.of(tokens));
    json.put("rows", Json.of(rows));
    json.put("micro_rows", Json.of(microRows));
    json.put("length", Json.of(length));
    json.put("rate", Json.of(rate));
    json.put("warmup", Json.of(warmup));
    json.put("seed", Json.of(seed));
    json.put("fill_rate", Json.of(fillRate));
    json.put("held_out", Json.of(heldOut));
    json.put("precision", Json.of(precision.name()));
    json.put("threads", Json.of(threads));
    return new Json.Obj(json);
  }

  public static TrainingPlan of(JsonObject json) {
    return new TrainingPlan(
        (long) json.requiredNumber("tokens"),
        json.requiredInteger("rows"),
        json.requiredInteger("micro_rows"),
        json.requiredInteger("length"),
        json.requiredNumber("rate"),
        json.requiredNumber("warmup"),
        (long) json.requiredNumber("seed"),
        json.requiredNumber("fill_rate"),
        json.requiredNumber("held_out"),
        Compute.Precision.valueOf(json.requiredString("precision")),
        json.requiredInteger("threads"));
  }
}
