package dev.coderev.training.defect;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

/**
 * One question about a method: does it have a defect of a kind, where, and what should stand there?
 *
 * @param source name of the file that the method is from
 * @param line of that file on which the method begins
 * @param context what stands before the method in its file
 * @param code the method, with the defect if it has one
 * @param candidates changes of the code that the answer is among
 * @param repair which of them undoes the defect; empty when there is none
 */
public record DefectTask(
    String id,
    Split split,
    DefectKind kind,
    String source,
    int line,
    String context,
    String code,
    List<Edit> candidates,
    OptionalInt repair) {

  /** What a task is for; all tasks of a file are on the same side. */
  public enum Split {
    /** Thresholds are fixed on these. */
    TUNE,
    /** Figures are taken from these. */
    TEST
  }

  public DefectTask {
    candidates = List.copyOf(candidates);
    for (Edit edit : candidates) {
      if (edit.to() > code.length()) {
        throw new IllegalArgumentException(id + ": a candidate lies behind the end of the code");
      }
    }
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException(id + ": there are no candidates");
    }
    if (repair.isPresent() && (repair.getAsInt() < 0 || repair.getAsInt() >= candidates.size())) {
      throw new IllegalArgumentException(id + ": the repair is none of the candidates");
    }
  }

  /** Whether the code has the defect. */
  public boolean isDefective() {
    return repair.isPresent();
  }

  /** How many different places the candidates change. */
  public int places() {
    return (int)
        candidates.stream().map(edit -> new Edit(edit.from(), edit.to(), "")).distinct().count();
  }

  /** How many candidates change the place of the defect. */
  public int choices() {
    Edit right = candidates.get(repair.orElseThrow());
    return (int) candidates.stream().filter(right::hasPlaceOf).count();
  }

  Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("id", Json.of(id));
    json.put("split", Json.of(split.name()));
    json.put("kind", Json.of(kind.name()));
    json.put("source", Json.of(source));
    json.put("line", Json.of(line));
    json.put("context", Json.of(context));
    json.put("code", Json.of(code));
    json.put("candidates", new Json.Arr(candidates.stream().map(DefectTask::json).toList()));
    repair.ifPresent(index -> json.put("repair", Json.of(index)));
    return new Json.Obj(json);
  }

  private static Json json(Edit edit) {
    var json = new LinkedHashMap<String, Json>();
    json.put("from", Json.of(edit.from()));
    json.put("to", Json.of(edit.to()));
    json.put("text", Json.of(edit.text()));
    return new Json.Obj(json);
  }

  static DefectTask of(JsonObject json, java.nio.file.Path file) {
    List<Edit> candidates =
        json.array("candidates").orElse(List.of()).stream()
            .map(it -> JsonObject.of(file, it))
            .map(it ->
                new Edit(
                    it.requiredInteger("from"),
                    it.requiredInteger("to"),
                    it.requiredString("text")))
            .toList();
    return new DefectTask(
        json.requiredString("id"),
        Split.valueOf(json.requiredString("split")),
        DefectKind.valueOf(json.requiredString("kind")),
        json.requiredString("source"),
        json.requiredInteger("line"),
        json.requiredString("context"),
        json.requiredString("code"),
        candidates,
        json.integer("repair"));
  }
}
