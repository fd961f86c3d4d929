package dev.coderev.training.distill;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.training.TrainingException;
import dev.coderev.training.loop.TrainingPlan;
import dev.coderev.training.student.LayerSelection;
import dev.coderev.training.student.StudentSize;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What a distillation computes: with the same teacher and data, the same plan gives the same
 * student, to the last bit.
 *
 * @param size of the student
 * @param refit whether matrices are fitted by least squares before the first step
 * @param fromScratch whether the student begins with random weights instead of its teacher's, to
 *     compare with
 * @param finish how the student gets few bits in the end
 */
public record DistillationPlan(
    TrainingPlan training,
    StudentSize size,
    LayerSelection selection,
    boolean refit,
    boolean fromScratch,
    Losses losses,
    Optional<Finish> finish) {

  public DistillationPlan {
    if (fromScratch && losses.looksInside()) {
      throw new TrainingException("a model from scratch has no layers that match its teacher's");
    }
  }

  /** A plan without a finish. */
  public DistillationPlan(
      TrainingPlan training,
      StudentSize size,
      LayerSelection selection,
      boolean refit,
      boolean fromScratch,
      Losses losses) {
    this(training, size, selection, refit, fromScratch, losses, Optional.empty());
  }

  /** The same with a finish. */
  public DistillationPlan finished(Finish how) {
    return new DistillationPlan(
        training, size, selection, refit, fromScratch, losses, Optional.of(how));
  }

  /** A model of the same size on the same tokens, without a teacher. */
  public DistillationPlan withoutTeacher() {
    return new DistillationPlan(training, size, selection, false, true, Losses.LABELS);
  }

  Json json() {
    var json = new LinkedHashMap<>(((Json.Obj) training.json()).members());
    json.put("layers", Json.of(size.layers()));
    json.put("hidden", Json.of(size.hidden()));
    json.put("heads", Json.of(size.heads()));
    json.put("kv_heads", Json.of(size.kvHeads()));
    json.put("intermediate", Json.of(size.intermediate()));
    json.put("selection", Json.of(selection.name()));
    json.put("refit", Json.of(refit));
    json.put("from_scratch", Json.of(fromScratch));
    json.put("losses", losses.json());
    finish.ifPresent(it -> json.put("finish", it.json()));
    return new Json.Obj(json);
  }

  static DistillationPlan of(JsonObject json) {
    return new DistillationPlan(
        TrainingPlan.of(json),
        new StudentSize(
            json.requiredInteger("layers"),
            json.requiredInteger("hidden"),
            json.requiredInteger("heads"),
            json.requiredInteger("kv_heads"),
            json.requiredInteger("intermediate")),
        LayerSelection.valueOf(json.requiredString("selection")),
        json.bool("refit", true),
        json.bool("from_scratch", false),
        Losses.of(json.object("losses").orElseThrow(() -> json.error("losses", "is required"))),
        json.object("finish").map(Finish::of));
  }
}
