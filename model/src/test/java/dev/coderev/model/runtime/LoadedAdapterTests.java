package dev.coderev.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import dev.coderev.model.adapter.AdapterConfig;
import dev.coderev.model.adapter.AdapterReader;
import dev.coderev.model.adapter.AdapterWriter;
import dev.coderev.model.adapter.LoraAdapter;
import dev.coderev.model.adapter.LoraPart;
import dev.coderev.model.convert.Conversion;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.transformer.Adapter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedAdapterTests {

  private static final int[] TOKENS = {5, 99, 3, 120, 44, 7, 250, 61};

  @TempDir private Path folder;

  private static LoraPart part(int in, int out) {
    var random = new Random(in + out);
    return new LoraPart(in, out, 2, factor(random, 2 * in), factor(random, 2 * out), 0.5);
  }

  private static LoraPart.Factor factor(Random random, int size) {
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (random.nextGaussian() * 0.2);
    }
    return new LoraPart.Factor(values);
  }

  private Path adapter() {
    var parts = new LinkedHashMap<String, LoraPart>();
    parts.put("model.layers.0.self_attn.q_proj", part(64, 64));
    parts.put("model.layers.1.self_attn.v_proj", part(64, 32));
    parts.put("model.layers.2.mlp.down_proj", part(160, 64));
    var config = new AdapterConfig(2, 1, false, List.of("q_proj", "v_proj"), "", Optional.empty());
    Path target = folder.resolve("lora");
    AdapterWriter.write(target, new LoraAdapter(config, parts));
    return target;
  }

  private static float[] logits(LoadedModel model, Adapter adapter) {
    try (var sequence = model.cache().open()) {
      return model.transformer().prefill(sequence, adapter, TOKENS);
    }
  }

  private static double distance(float[] left, float[] right) {
    double error = 0;
    double norm = 0;
    for (int i = 0; i < left.length; i++) {
      error += Math.pow((double) left[i] - right[i], 2);
      norm += Math.pow(right[i], 2);
    }
    return error / norm;
  }

  @Test
  void besideTheWeightsItSaysWhatItSaysWhenMerged() {
    Path base = folder.resolve("base");
    RandomCheckpoint.write(base, "tiny-llama", Presets.all().get("tiny-llama"), DType.F32, 4);
    Path lora = adapter();
    Path merged = folder.resolve("merged");
    new Conversion(base, merged, Optional.empty(), new Rounding.Nearest())
        .run(AdapterReader.read(lora));
    var options = RuntimeOptions.defaults().withThreads(1).withPositions(64);
    try (LoadedModel plain = LoadedModel.open(base, options);
        LoadedModel changed = LoadedModel.open(merged, options)) {
      float[] beside = logits(plain, LoadedAdapter.open(lora, plain));
      assertThat(distance(beside, logits(changed, Adapter.NONE))).isLessThan(1e-6);
      assertThat(distance(beside, logits(plain, Adapter.NONE))).isGreaterThan(1e-3);
    }
  }

  @Test
  void refusesAnotherModel() {
    Path other = folder.resolve("other");
    RandomCheckpoint.write(other, "tiny-qwen3", Presets.all().get("tiny-qwen3"), DType.F32, 4);
    Path lora = adapter();
    var options = RuntimeOptions.defaults().withThreads(1).withPositions(64);
    try (LoadedModel model = LoadedModel.open(other, options)) {
      assertThatThrownBy(() -> LoadedAdapter.open(lora, model))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("q_proj");
    }
  }
}
