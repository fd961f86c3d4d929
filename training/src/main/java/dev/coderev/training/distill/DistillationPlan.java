package dev.coderev.training.distill;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.training.TrainingException;
import dev.coderev.training.loop.TrainingPlan;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What a distillation computes: with the same teacher and data, the same plan gives the same
 * student, to the last bit.
 *
 * @param finish how the student gets few bits in the end
 */
public record DistillationPlan(
    TrainingPlan training, Origin origin, Losses losses, Asking asking, Optional<Finish> finish) {

  public DistillationPlan {
    if (origin instanceof Origin.Scratch && losses.looksInside()) {
      throw new TrainingException("a model from scratch has no layers that match its teacher's");
    }
    if (origin instanceof Origin.Whole && losses.looksInside()) {
      throw new TrainingException("a whole teacher is finished by what it says, not by its layers");
    }
    if (asking.keeping().isPresent() && losses.looksInside()) {
      throw new TrainingException(
          "what a teacher's layers give is not kept; leave out the hidden and attention terms, or"
              + " keep no answers");
    }
  }

  /** A teacher asked directly, and no finish. */
  public DistillationPlan(TrainingPlan training, Origin origin, Losses losses) {
    this(training, origin, losses, Asking.DIRECT, Optional.empty());
  }

  /** The same with a finish. */
  public DistillationPlan finished(Finish how) {
    return new DistillationPlan(training, origin, losses, asking, Optional.of(how));
  }

  /** The same with a teacher asked in another way. */
  public DistillationPlan asked(Asking how) {
    return new DistillationPlan(training, origin, losses, how, finish);
  }

  /** A model of the same size on the same tokens, without a teacher. */
  public DistillationPlan withoutTeacher() {
    return new DistillationPlan(training, new Origin.Scratch(origin), Losses.LABELS);
  }

  Json json() {
    var json = new LinkedHashMap<>(((Json.Obj) training.json()).members());
    json.put("origin", origin.json());
    json.put("losses", losses.json());
    json.put("asking", asking.json());
    finish.ifPresent(it -> json.put("finish", it.json()));
    return new Json.Obj(json);
  }

  static DistillationPlan of(JsonObject json) {
    return new DistillationPlan(
        TrainingPlan.of(json),
        Origin.of(required(json, "origin")),
        Losses.of(required(json, "losses")),
        Asking.of(required(json, "asking")),
        json.object("finish").map(Finish::of));
  }

  private static JsonObject required(JsonObject json, String key) {
    return json.object(key).orElseThrow(() -> json.error(key, "is required"));
  }
}
