package dev.coderev.model.adapter;

import dev.coderev.model.checkpoint.Staging;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.precision.EncodedTensor;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.safetensors.SafetensorsWriter;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes an adapter as a PEFT directory, whole or not at all. */
public final class AdapterWriter {

  private AdapterWriter() {}

  /** Writes a new directory; factors are stored in F32. */
  public static void write(Path target, LoraAdapter adapter) {
    var tensors = new ArrayList<TensorSource>();
    adapter
        .parts()
        .forEach((module, part) -> {
          String name = AdapterReader.PREFIX + module;
          tensors.add(factor(name + AdapterReader.A, part.a(), part.rank(), part.in()));
          tensors.add(factor(name + AdapterReader.B, part.b(), part.out(), part.rank()));
        });
    Staging.directory(
        target,
        staged -> {
          JsonWriter.write(staged.resolve(AdapterReader.CONFIG), config(adapter));
          SafetensorsWriter.write(
              staged.resolve(AdapterReader.WEIGHTS), tensors, Map.of("format", "pt"));
        });
  }

  private static TensorSource factor(String name, LoraPart.Factor factor, int rows, int columns) {
    float[] values = factor.toArray();
    return EncodedTensor.of(
        name,
        DType.F32,
        Shape.of(rows, columns),
        (from, into, count) -> System.arraycopy(values, (int) from, into, 0, count),
        new Rounding.Nearest(),
        losses -> {});
  }

  private static Json config(LoraAdapter adapter) {
    AdapterConfig config = adapter.config();
    var json = new LinkedHashMap<String, Json>();
    json.put("peft_type", Json.of("LORA"));
    json.put("task_type", Json.of("CAUSAL_LM"));
    json.put("base_model_name_or_path", Json.of(config.base()));
    config.baseDigest().ifPresent(it -> json.put(AdapterReader.DIGEST, Json.of(it)));
    json.put("r", Json.of(config.rank()));
    json.put("lora_alpha", Json.of(config.alpha()));
    json.put("lora_dropout", Json.of(0.0));
    json.put("target_modules", Json.strings(config.targetModules()));
    json.put("bias", Json.of("none"));
    json.put("fan_in_fan_out", Json.of(false));
    json.put("init_lora_weights", Json.of(true));
    json.put("inference_mode", Json.of(true));
    json.put("modules_to_save", Json.NULL);
    json.put("use_rslora", Json.of(config.rankStabilized()));
    json.put("use_dora", Json.of(false));
    json.put("rank_pattern", ranks(adapter));
    json.put("alpha_pattern", alphas(adapter));
    return new Json.Obj(json);
  }

  /** Modules whose rank is not the usual. */
  private static Json ranks(LoraAdapter adapter) {
    var ranks = new LinkedHashMap<String, Json>();
    adapter
        .parts()
        .forEach((module, part) -> {
          if (part.rank() != adapter.config().rank()) {
            ranks.put(module, Json.of(part.rank()));
          }
        });
    return new Json.Obj(ranks);
  }

  /** Modules whose scale is not that of the usual alpha. */
  private static Json alphas(LoraAdapter adapter) {
    AdapterConfig config = adapter.config();
    var alphas = new LinkedHashMap<String, Json>();
    adapter
        .parts()
        .forEach((module, part) -> {
          if (part.scale() != config.scale(part.rank())) {
            double root = config.rankStabilized() ? Math.sqrt(part.rank()) : part.rank();
            alphas.put(module, Json.of(part.scale() * root));
          }
        });
    return new Json.Obj(alphas);
  }
}
