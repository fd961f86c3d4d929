package dev.coderev.model.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.CheckpointDigest;
import dev.coderev.model.convert.Conversion;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.tensor.DType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoraAdapterTests {

  private static final String QUERY = "model.layers.0.self_attn.q_proj";
  private static final String DOWN = "model.layers.2.mlp.down_proj";

  @TempDir private Path folder;

  private static LoraPart part(int in, int out, int rank, double scale) {
    var random = new Random(in * 31L + out);
    return new LoraPart(
        in, out, rank, factor(random, rank * in), factor(random, out * rank), scale);
  }

  private static LoraPart.Factor factor(Random random, int size) {
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new LoraPart.Factor(values);
  }

  private static LoraAdapter adapter(Optional<String> digest) {
    var parts = new LinkedHashMap<String, LoraPart>();
    parts.put(QUERY, part(64, 64, 4, 2));
    parts.put(DOWN, part(160, 64, 2, 0.5));
    return new LoraAdapter(
        new AdapterConfig(4, 8, false, List.of("q_proj", "down_proj"), "base", digest), parts);
  }

  private Path base(DType dtype) {
    Path target = folder.resolve("base-" + dtype);
    RandomCheckpoint.write(target, "tiny-llama", Presets.all().get("tiny-llama"), dtype, 3);
    return target;
  }

  @Test
  void readsBackWhatItWrote() {
    LoraAdapter given = adapter(Optional.of("abc"));
    AdapterWriter.write(folder.resolve("lora"), given);
    LoraAdapter read = AdapterReader.read(folder.resolve("lora"));
    assertThat(read.config()).isEqualTo(given.config());
    assertThat(read.parts().keySet()).containsExactly(QUERY, DOWN);
    read.parts()
        .forEach((module, part) -> {
          LoraPart expected = given.parts().get(module);
          assertThat(part.scale()).isCloseTo(expected.scale(), within(1e-12));
          assertThat(part.rank()).isEqualTo(expected.rank());
          assertThat(part.a().toArray()).containsExactly(expected.a().toArray());
          assertThat(part.b().toArray()).containsExactly(expected.b().toArray());
        });
  }

  @Test
  void mergesIntoTheBase() {
    Path source = base(DType.F32);
    LoraAdapter adapter = adapter(Optional.empty());
    Path target = folder.resolve("merged");
    new Conversion(source, target, Optional.empty(), new Rounding.Nearest()).run(adapter);
    try (Checkpoint before = Checkpoint.open(source);
        Checkpoint after = Checkpoint.open(target)) {
      for (String name : before.names()) {
        float[] old = before.tensor(name).toFloats();
        float[] fresh = after.tensor(name).toFloats();
        LoraPart part = adapter.parts().get(name.replace(".weight", ""));
        if (part == null) {
          assertThat(fresh).as(name).containsExactly(old);
          continue;
        }
        float[] a = part.a().toArray();
        float[] b = part.b().toArray();
        for (int o = 0; o < part.out(); o++) {
          for (int i = 0; i < part.in(); i++) {
            double sum = 0;
            for (int r = 0; r < part.rank(); r++) {
              sum += (double) b[o * part.rank() + r] * a[r * part.in() + i];
            }
            assertThat(fresh[o * part.in() + i])
                .isCloseTo((float) (old[o * part.in() + i] + part.scale() * sum), within(1e-5f));
          }
        }
      }
    }
  }

  @Test
  void staysWithTheBaseThatItWasMadeFor() {
    Path source = base(DType.BF16);
    String digest;
    try (Checkpoint checkpoint = Checkpoint.open(source)) {
      digest = CheckpointDigest.of(checkpoint);
    }
    new Conversion(source, folder.resolve("right"), Optional.empty(), new Rounding.Nearest())
        .run(adapter(Optional.of(digest)));
    var wrong =
        new Conversion(source, folder.resolve("wrong"), Optional.empty(), new Rounding.Nearest());
    assertThatThrownBy(() -> wrong.run(adapter(Optional.of("0".repeat(64)))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("was made for the base 000");
    assertThat(folder.resolve("wrong")).doesNotExist();
  }

  @Test
  void fitsOnlyItsModel() {
    LoraAdapter adapter = adapter(Optional.empty());
    adapter.checkAgainst(Presets.all().get("tiny-llama"));
    assertThatThrownBy(() -> adapter.checkAgainst(Presets.all().get("tiny-qwen3")))
        .hasMessageContaining("is for [64, 64], the model's is [128, 64]");
    var elsewhere = new LinkedHashMap<String, LoraPart>();
    elsewhere.put("model.layers.9.self_attn.q_proj", part(64, 64, 4, 1));
    assertThatThrownBy(() ->
            new LoraAdapter(adapter.config(), elsewhere)
                .checkAgainst(Presets.all().get("tiny-llama")))
        .hasMessageContaining("which the model lacks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "peft_type": "LORA"        | "peft_type": "IA3"         | only "LORA"
          "use_dora": false          | "use_dora": true           | use_dora: is not supported
          "fan_in_fan_out": false    | "fan_in_fan_out": true     | is not supported
          "bias": "none"             | "bias": "all"              | only "none"
          "modules_to_save": null    | "modules_to_save": ["x"]   | whole saved modules
          "r": 4                     | "r": 3                     | do not fit each other
          "r": 4                     | "r": 0                     | r must be positive
          "target_modules"           | "targets"                  | is required
          """)
  void refusesWhatItCannotApply(String right, String wrong, String message) throws IOException {
    Path lora = folder.resolve("lora");
    AdapterWriter.write(lora, adapter(Optional.empty()));
    Path config = lora.resolve("adapter_config.json");
    Files.writeString(config, Files.readString(config).replace(right, wrong));
    assertThatThrownBy(() -> AdapterReader.read(lora))
        .isInstanceOf(MalformedFile.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesFactorsThatAreNotFinite() {
    var parts = new LinkedHashMap<String, LoraPart>();
    var values = new float[4];
    values[2] = Float.POSITIVE_INFINITY;
    parts.put(
        QUERY,
        new LoraPart(4, 4, 1, new LoraPart.Factor(values), new LoraPart.Factor(new float[4]), 1));
    var adapter =
        new LoraAdapter(
            new AdapterConfig(1, 1, true, List.of("q_proj"), "", Optional.empty()), parts);
    AdapterWriter.write(folder.resolve("lora"), adapter);
    assertThatThrownBy(() -> AdapterReader.read(folder.resolve("lora")))
        .hasMessageContaining("holds Infinity");
  }
}
