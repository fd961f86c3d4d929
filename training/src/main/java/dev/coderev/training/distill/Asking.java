package dev.coderev.training.distill;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.training.TrainingException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * How a teacher is asked.
 *
 * @param own the share of sequences that the student continues itself before the teacher says what
 *     it thinks of them
 * @param keeping where answers to sequences of the corpus are kept
 */
public record Asking(double own, Optional<Keeping> keeping) {

  /** About the corpus, anew each time. */
  public static final Asking DIRECT = new Asking(0, Optional.empty());

  /**
   * A place for the likeliest tokens of a teacher.
   *
   * @param k how many of each distribution
   * @param limit of all of them, in bytes
   */
  public record Keeping(Path folder, int k, long limit) {

    public Keeping {
      if (k < 1 || limit < 1) {
        throw new TrainingException(
            "one token or more is kept, in one byte or more; not " + k + " in " + limit);
      }
    }
  }

  public Asking {
    if (!(own >= 0 && own <= 1)) {
      throw new TrainingException(
          "the share " + own + " of the student's own samples is not within 0 and 1");
    }
  }

  Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("own", Json.of(own));
    keeping.ifPresent(it -> {
      json.put("folder", Json.of(it.folder().toAbsolutePath().toString()));
      json.put("k", Json.of(it.k()));
      json.put("limit", Json.of(it.limit()));
    });
    return new Json.Obj(json);
  }

  static Asking of(JsonObject json) {
    return new Asking(
        json.requiredNumber("own"),
        json.string("folder")
            .map(it ->
                new Keeping(
                    Path.of(it), json.requiredInteger("k"), (long) json.requiredNumber("limit"))));
  }
}
