package dev.coderev.training.distill;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.training.TrainingException;
import java.util.LinkedHashMap;

/**
 * What a student is taught, p being the teacher's and q the student's distribution at temperature
 * T:
 *
 * <pre>
 * α·CE(labels) + (1 − α)·T²·D(p, q) + β·hidden + γ·attention
 * </pre>
 *
 * @param mixture of generalized Jensen-Shannon divergence
 * @param hard α
 * @param hidden β, of the mean squares between the streams behind matched layers
 * @param attention γ, of the mean squares between what the heads of matched layers give
 */
public record Losses(
    Divergence divergence,
    double mixture,
    double temperature,
    double hard,
    double hidden,
    double attention) {

  public static final Losses DEFAULT = new Losses(Divergence.FORWARD, 0.5, 2, 0.5, 0, 0);

  /** Labels alone: training without a teacher. */
  public static final Losses LABELS = new Losses(Divergence.FORWARD, 0.5, 1, 1, 0, 0);

  /** How far two distributions are apart. */
  public enum Divergence {
    /** KL(p ‖ q): the student covers all that the teacher says. */
    FORWARD,
    /** KL(q ‖ p): the student says only what the teacher says. */
    REVERSE,
    /** m·KL(p ‖ m·p + (1 − m)·q) + (1 − m)·KL(q ‖ m·p + (1 − m)·q) for a mixture m. */
    JENSEN_SHANNON
  }

  public Losses {
    if (!(temperature > 0) || !(hard >= 0 && hard <= 1) || !(mixture > 0 && mixture < 1)) {
      throw new TrainingException(
          "the temperature "
              + temperature
              + " must be positive, the share "
              + hard
              + " of labels within 0 and 1, the mixture "
              + mixture
              + " between them");
    }
    if (!(hidden >= 0) || !(attention >= 0)) {
      throw new TrainingException("the weights of hidden and attention terms must not be negative");
    }
  }

  /** Whether matched layers are compared, through projections that are learnt. */
  boolean looksInside() {
    return hidden > 0 || attention > 0;
  }

  /** Of what the student wrote itself there is nothing but what the teacher says of it. */
  Losses ofOwnSamples() {
    return new Losses(divergence, mixture, temperature, 0, 0, 0);
  }

  /** The same without a look inside. */
  Losses outside() {
    return new Losses(divergence, mixture, temperature, hard, 0, 0);
  }

  Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("divergence", Json.of(divergence.name()));
    json.put("mixture", Json.of(mixture));
    json.put("temperature", Json.of(temperature));
    json.put("hard", Json.of(hard));
    json.put("hidden", Json.of(hidden));
    json.put("attention", Json.of(attention));
    return new Json.Obj(json);
  }

  static Losses of(JsonObject json) {
    return new Losses(
        Divergence.valueOf(json.requiredString("divergence")),
        json.requiredNumber("mixture"),
        json.requiredNumber("temperature"),
        json.requiredNumber("hard"),
        json.requiredNumber("hidden"),
        json.requiredNumber("attention"));
  }
}
