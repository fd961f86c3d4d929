package dev.coderev.model.adapter;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.safetensors.SafetensorsFile;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads {@code adapter_config.json} and {@code adapter_model.safetensors} of a PEFT directory.
 *
 * <p>Only plain LoRA of linear layers: DoRA, embeddings, biases and whole saved modules are
 * refused, because leaving them out would change what the adapter says.
 */
public final class AdapterReader {

  static final String CONFIG = "adapter_config.json";
  static final String WEIGHTS = "adapter_model.safetensors";
  static final String PREFIX = "base_model.model.";
  static final String A = ".lora_A.weight";
  static final String B = ".lora_B.weight";
  static final String DIGEST = "base_model_digest";

  private final JsonObject json;
  private final Path weights;

  private AdapterReader(Path directory) {
    this.json = JsonObject.read(directory.resolve(CONFIG));
    this.weights = directory.resolve(WEIGHTS);
  }

  /** The adapter in a directory; its values are copied out of the file. */
  public static LoraAdapter read(Path directory) {
    try {
      return new AdapterReader(directory).adapter();
    } catch (IllegalArgumentException e) {
      throw new MalformedFile(directory.resolve(CONFIG), String.valueOf(e.getMessage()), e);
    }
  }

  private LoraAdapter adapter() {
    String type = json.requiredString("peft_type");
    if (!type.equals("LORA")) {
      throw json.error("peft_type", "\"" + type + "\" is not supported, only \"LORA\"");
    }
    refuse("use_dora");
    refuse("fan_in_fan_out");
    String bias = json.string("bias").orElse("none");
    if (!bias.equals("none")) {
      throw json.error("bias", "\"" + bias + "\" is not supported, only \"none\"");
    }
    if (json.array("modules_to_save").map(it -> !it.isEmpty()).orElse(false)) {
      throw json.error("modules_to_save", "whole saved modules are not supported");
    }
    var config =
        new AdapterConfig(
            json.integer("r").orElse(8),
            json.number("lora_alpha").orElse(8),
            json.bool("use_rslora", false),
            targets(),
            json.string("base_model_name_or_path").orElse(""),
            json.string(DIGEST));
    return new LoraAdapter(config, parts(config));
  }

  private void refuse(String key) {
    if (json.bool(key, false)) {
      throw json.error(key, "is not supported");
    }
  }

  /** A list of names, or one name or expression. */
  private List<String> targets() {
    return switch (json.find("target_modules").orElse(Json.NULL)) {
      case Json.Str one -> List.of(one.value());
      case Json.Arr names ->
          names.elements().stream()
              .filter(Json.Str.class::isInstance)
              .map(it -> ((Json.Str) it).value())
              .toList();
      default -> throw json.error("target_modules", "is required");
    };
  }

  private SequencedMap<String, LoraPart> parts(AdapterConfig config) {
    try (var arena = Arena.ofConfined()) {
      Map<String, Tensor> tensors = SafetensorsFile.open(weights, arena).tensors();
      var parts = new LinkedHashMap<String, LoraPart>();
      for (String module : modules(tensors)) {
        parts.put(module, part(config, module, tensors));
      }
      return parts;
    }
  }

  private Set<String> modules(Map<String, Tensor> tensors) {
    var modules = new TreeSet<String>();
    for (String name : tensors.keySet()) {
      boolean a = name.endsWith(A);
      if (!name.startsWith(PREFIX) || (!a && !name.endsWith(B))) {
        throw new MalformedFile(weights, "tensor " + name, "is no factor of a linear layer");
      }
      modules.add(name.substring(PREFIX.length(), name.length() - (a ? A : B).length()));
    }
    return modules;
  }

  private LoraPart part(AdapterConfig config, String module, Map<String, Tensor> tensors) {
    Tensor a = factor(module, A, tensors);
    Tensor b = factor(module, B, tensors);
    int rank = Math.toIntExact(a.shape().dim(0));
    if (b.shape().dim(1) != rank || rank != patterned("rank_pattern", module, config.rank())) {
      throw new MalformedFile(
          weights,
          "tensor " + a.name(),
          "A "
              + a.shape()
              + " and B "
              + b.shape()
              + " do not fit each other and the rank "
              + patterned("rank_pattern", module, config.rank()));
    }
    double alpha = patterned("alpha_pattern", module, config.alpha());
    double scale = alpha / (config.rankStabilized() ? Math.sqrt(rank) : rank);
    return new LoraPart(
        Math.toIntExact(a.shape().dim(1)),
        Math.toIntExact(b.shape().dim(0)),
        rank,
        finite(a),
        finite(b),
        scale);
  }

  private Tensor factor(String module, String suffix, Map<String, Tensor> tensors) {
    String name = PREFIX + module + suffix;
    Tensor tensor = tensors.get(name);
    if (tensor == null || tensor.shape().rank() != 2 || !tensor.dtype().isFloat()) {
      throw new MalformedFile(weights, "tensor " + name, "must be there, a matrix of floats");
    }
    return tensor;
  }

  private LoraPart.Factor finite(Tensor tensor) {
    float[] values = tensor.toFloats();
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new MalformedFile(weights, "tensor " + tensor.name(), "holds " + value);
      }
    }
    return new LoraPart.Factor(values);
  }

  /** The value of the first pattern that matches the end of a module's path. */
  private double patterned(String key, String module, double otherwise) {
    Optional<JsonObject> patterns = json.object(key);
    if (patterns.isEmpty()) {
      return otherwise;
    }
    for (String pattern : patterns.get().members().keySet()) {
      if (Pattern.matches("(.*\\.)?" + Pattern.quote(pattern), module)) {
        return patterns.get().requiredNumber(pattern);
      }
    }
    return otherwise;
  }
}
