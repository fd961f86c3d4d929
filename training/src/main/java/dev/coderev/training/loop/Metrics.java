package dev.coderev.training.loop;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonReader;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.training.network.NextToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a run as lines of JSON, one for each step and each look at the held-out texts. */
public final class Metrics {

  private final Path file;

  /**
   * Goes on with a file of figures.
   *
   * @param after figures of later steps are dropped: those steps are done again
   */
  Metrics(RunFolder folder, long after) {
    this.file = folder.file("metrics.jsonl");
    if (Files.exists(file)) {
      List<String> kept = lines().stream().filter(line -> step(line) <= after).toList();
      folder.replace(file, staged -> Files.write(staged, kept));
    }
  }

  private List<String> lines() {
    try {
      List<String> lines =
          new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
      lines.removeIf(line -> !line.endsWith("}")); // a line that a kill cut short
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private long step(String line) {
    return (long) object(line).requiredNumber("step");
  }

  private JsonObject object(String line) {
    return JsonObject.of(file, JsonReader.read(file, line));
  }

  void add(RunListener.Step step) {
    var line = new LinkedHashMap<String, Json>();
    line.put("step", Json.of(step.step()));
    line.put("tokens", Json.of(step.tokens()));
    line.put("loss", Json.of(step.loss()));
    line.put("rate", Json.of(step.rate()));
    line.put("gradient_norm", Json.of(step.gradientNorm()));
    line.put("tokens_per_second", Json.of(step.tokensPerSecond()));
    append(line);
  }

  void add(long step, NextToken.Foretold foretold) {
    var line = new LinkedHashMap<String, Json>();
    line.put("step", Json.of(step));
    line.put("held_out_loss", Json.of(foretold.mean()));
    line.put("held_out_accuracy", Json.of(foretold.accuracy()));
    append(line);
  }

  private void append(Map<String, Json> line) {
    try {
      Files.writeString(
          file,
          JsonWriter.compact(new Json.Obj(line)) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** The points of one figure over the steps. */
  public List<LossCurve.Point> points(String figure) {
    return lines().stream()
        .map(this::object)
        .filter(line -> line.find(figure).isPresent())
        .map(line -> new LossCurve.Point(line.requiredNumber("step"), line.requiredNumber(figure)))
        .toList();
  }
}
