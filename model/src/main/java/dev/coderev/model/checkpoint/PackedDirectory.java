package dev.coderev.model.checkpoint;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The weights of a directory that its quantization_config says are packed. */
final class PackedDirectory {

  static final String KEY = "quantization_config";

  private static final String METHOD = "compressed-tensors";
  private static final String FORMAT = "pack-quantized";

  private final Path directory;
  private final Map<String, Tensor> tensors;
  private final int bits;

  private PackedDirectory(Path directory, Map<String, Tensor> tensors, int bits) {
    this.directory = directory;
    this.tensors = tensors;
    this.bits = bits;
  }

  /** The settings under {@link #KEY} for weights of so many bits. */
  static Json settings(int bits) {
    var weights = new LinkedHashMap<String, Json>();
    weights.put("num_bits", Json.of(bits));
    weights.put("type", Json.of("int"));
    weights.put("symmetric", Json.of(true));
    weights.put("strategy", Json.of("group"));
    weights.put("group_size", Json.of(PackedWeight.GROUP));
    var group = new LinkedHashMap<String, Json>();
    group.put("targets", Json.strings(List.of("Linear")));
    group.put("weights", new Json.Obj(weights));
    group.put("input_activations", Json.NULL);
    group.put("output_activations", Json.NULL);
    var settings = new LinkedHashMap<String, Json>();
    settings.put("quant_method", Json.of(METHOD));
    settings.put("format", Json.of(FORMAT));
    settings.put("quantization_status", Json.of("compressed"));
    settings.put("ignore", Json.strings(List.of("lm_head")));
    settings.put("config_groups", new Json.Obj(Map.of("group_0", new Json.Obj(group))));
    return new Json.Obj(settings);
  }

  /** What the configuration says is packed; empty when nothing is. */
  static Optional<PackedDirectory> of(
      Path directory, JsonObject config, Map<String, Tensor> tensors) {
    return config
        .object(KEY)
        .map(settings -> new PackedDirectory(directory, tensors, bits(settings)));
  }

  private static int bits(JsonObject settings) {
    requireWord(settings, "quant_method", METHOD);
    requireWord(settings, "format", FORMAT);
    JsonObject weights =
        settings
            .object("config_groups")
            .filter(groups -> groups.members().size() == 1)
            .flatMap(groups -> groups.object(groups.members().keySet().iterator().next()))
            .flatMap(group -> group.object("weights"))
            .orElseThrow(() -> settings.error("config_groups", "must hold one group of weights"));
    int bits = weights.requiredInteger("num_bits");
    boolean known =
        (bits == 4 || bits == 8)
            && weights.string("type").orElse("int").equals("int")
            && weights.bool("symmetric", true)
            && weights.integer("group_size").orElse(-1) == PackedWeight.GROUP;
    if (!known) {
      throw weights.error(
          "num_bits", "only symmetric integers of 4 or 8 bits in groups of 32 can be read");
    }
    return bits;
  }

  private static void requireWord(JsonObject settings, String key, String word) {
    String found = settings.string(key).orElse("");
    if (!found.equals(word)) {
      throw settings.error(key, "\"" + found + "\" cannot be read, only \"" + word + "\"");
    }
  }

  /** The shape of a packed weight, checked against its parts; empty when it is not packed. */
  Optional<Shape> shape(String name) {
    Tensor packed = tensors.get(name + PackedWeight.PACKED);
    if (packed == null) {
      return Optional.empty();
    }
    Tensor scale = part(name, PackedWeight.SCALE);
    if (scale.shape().rank() != 2 || scale.dtype() != DType.F16) {
      throw new MalformedFile(
          directory, "tensor " + scale.name(), "must be a matrix of F16 scales");
    }
    var shape = Shape.of(scale.shape().dim(0), scale.shape().dim(1) * PackedWeight.GROUP);
    var expected = Shape.of(shape.dim(0), shape.dim(1) * bits / 32);
    if (packed.dtype() != DType.I32 || !packed.shape().equals(expected)) {
      throw new MalformedFile(
          directory, "tensor " + packed.name(), "must be I32 " + expected + " to fit its scales");
    }
    return Optional.of(shape);
  }

  /** The weight as blocks in new memory. */
  Tensor unpack(String name, TensorMemory memory) {
    return PackedWeight.join(
        name,
        bits,
        shape(name).orElseThrow(),
        part(name, PackedWeight.PACKED),
        part(name, PackedWeight.SCALE),
        memory.arena());
  }

  private Tensor part(String name, String suffix) {
    Tensor part = tensors.get(name + suffix);
    if (part == null) {
      throw new MalformedFile(directory, "tensor " + name + suffix, "is missing");
    }
    return part;
  }
}
