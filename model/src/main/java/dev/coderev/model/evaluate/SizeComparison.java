package dev.coderev.model.evaluate;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * How large two checkpoints are.
 *
 * @param fileBytes of the candidate's weight files
 * @param referenceFileBytes of the reference's
 * @param parameters of the model
 * @param tensors what has fewer than 16 bits a weight
 */
public record SizeComparison(
    long fileBytes, long referenceFileBytes, long parameters, List<Stored> tensors) {

  /** A tensor of few bits: all that codes, scales and zero points take. */
  public record Stored(String name, long weights, long bits) {}

  private static final int FEW_BITS = 16;

  public SizeComparison {
    tensors = List.copyOf(tensors);
  }

  static SizeComparison of(Path candidate, Path reference) {
    var tensors = new ArrayList<Stored>();
    long parameters = 0;
    try (Checkpoint checkpoint = Checkpoint.open(candidate)) {
      for (var entry : WeightShapes.of(checkpoint.config()).entrySet()) {
        long weights = entry.getValue().elements();
        long bits = checkpoint.storedBits(entry.getKey());
        parameters += weights;
        if (bits < FEW_BITS * weights) {
          tensors.add(new Stored(entry.getKey(), weights, bits));
        }
      }
    }
    return new SizeComparison(bytes(candidate), bytes(reference), parameters, tensors);
  }

  private static long bytes(Path checkpoint) {
    if (Files.isRegularFile(checkpoint)) {
      return checkpoint.toFile().length();
    }
    try (Stream<Path> files = Files.list(checkpoint)) {
      return files
          .filter(it -> it.toString().endsWith(".safetensors"))
          .mapToLong(it -> it.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + checkpoint, e);
    }
  }

  /** Bits a weight of what has few bits; 0 when nothing has. */
  public double bitsPerWeight() {
    long weights = tensors.stream().mapToLong(Stored::weights).sum();
    return weights == 0 ? 0 : (double) tensors.stream().mapToLong(Stored::bits).sum() / weights;
  }

  /** How many times smaller than four bytes a parameter the whole file is. */
  public double wholeAgainstFloats() {
    return 4.0 * parameters / fileBytes;
  }

  Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("file_bytes", Json.of(fileBytes));
    json.put("reference_file_bytes", Json.of(referenceFileBytes));
    json.put("parameters", Json.of(parameters));
    json.put("smaller_than_fp32_whole_file", Json.of(wholeAgainstFloats()));
    json.put("bits_per_weight_quantized", Json.of(bitsPerWeight()));
    json.put(
        "quantized_tensors", new Json.Arr(tensors.stream().map(SizeComparison::entry).toList()));
    return new Json.Obj(json);
  }

  private static Json entry(Stored tensor) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("name", Json.of(tensor.name()));
    entry.put("bytes", Json.of(Math.ceilDiv(tensor.bits(), 8L)));
    entry.put("bits_per_weight", Json.of((double) tensor.bits() / tensor.weights()));
    return new Json.Obj(entry);
  }
}
