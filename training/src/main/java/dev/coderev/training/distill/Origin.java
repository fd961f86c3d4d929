package dev.coderev.training.distill;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.training.student.LayerSelection;
import dev.coderev.training.student.StudentSize;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a student is before it is taught. */
public sealed interface Origin {

  /** Its shape. */
  ModelConfig config(ModelConfig teacher);

  Json json();

  /**
   * A part of its teacher.
   *
   * @param refit whether matrices are fitted by least squares before the first step
   */
  record Cut(StudentSize size, LayerSelection selection, boolean refit) implements Origin {

    @Override
    public ModelConfig config(ModelConfig teacher) {
      return size.of(teacher);
    }

    @Override
    public Json json() {
      var json = new LinkedHashMap<String, Json>();
      json.put("layers", Json.of(size.layers()));
      json.put("hidden", Json.of(size.hidden()));
      json.put("heads", Json.of(size.heads()));
      json.put("kv_heads", Json.of(size.kvHeads()));
      json.put("intermediate", Json.of(size.intermediate()));
      json.put("selection", Json.of(selection.name()));
      json.put("refit", Json.of(refit));
      return new Json.Obj(json);
    }
  }

  /** A model that is there, of whatever shape, with its teacher's vocabulary. */
  record Given(Path directory) implements Origin {

    @Override
    public ModelConfig config(ModelConfig teacher) {
      try (Checkpoint checkpoint = Checkpoint.open(directory)) {
        return checkpoint.config();
      }
    }

    @Override
    public Json json() {
      return new Json.Obj(Map.of("directory", Json.of(directory.toAbsolutePath().toString())));
    }
  }

  /** Its teacher, to be finished only: a copy with few bits that the original heals. */
  record Whole() implements Origin {

    private static final String KEY = "whole";

    @Override
    public ModelConfig config(ModelConfig teacher) {
      return teacher;
    }

    @Override
    public Json json() {
      return new Json.Obj(Map.of(KEY, Json.of(true)));
    }
  }

  /** Random weights in the shape of another student, to compare with. */
  record Scratch(Origin shape) implements Origin {

    @Override
    public ModelConfig config(ModelConfig teacher) {
      return shape.config(teacher);
    }

    @Override
    public Json json() {
      return new Json.Obj(Map.of("shape", shape.json()));
    }
  }

  /** What was kept of one. */
  static Origin of(JsonObject json) {
    if (json.find("directory").isPresent()) {
      return new Given(Path.of(json.requiredString("directory")));
    }
    if (json.find("shape").isPresent()) {
      return new Scratch(
          of(json.object("shape").orElseThrow(() -> json.error("shape", "is required"))));
    }
    if (json.bool(Whole.KEY, false)) {
      return new Whole();
    }
    return new Cut(
        new StudentSize(
            json.requiredInteger("layers"),
            json.requiredInteger("hidden"),
            json.requiredInteger("heads"),
            json.requiredInteger("kv_heads"),
            json.requiredInteger("intermediate")),
        LayerSelection.valueOf(json.requiredString("selection")),
        json.bool("refit", true));
  }
}
