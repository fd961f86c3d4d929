package dev.coderev.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.tensor.DType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryNeedTests {

  private static final RuntimeOptions OPTIONS = new RuntimeOptions(1, KvPrecision.F16, 256);

  @TempDir private Path folder;

  private Path write(String name, String shape, DType type) {
    Path path = folder.resolve(name);
    RandomCheckpoint.write(path, shape, Presets.all().get(shape), type, 5);
    return path;
  }

  @ParameterizedTest
  @CsvSource({
    "model.gguf, tiny-llama, Q4_0",
    "model.gguf, tiny-qwen3, Q5_1",
    "model.gguf, tiny-qwen2, Q8_0",
    "model.gguf, tiny-mistral, F16",
    "directory, tiny-llama, BF16",
    "directory, tiny-qwen2, Q4_0"
  })
  void whatIsToldIsWhatIsTaken(String name, String shape, DType type) {
    Path source = write(name, shape, type);
    MemoryNeed need;
    try (Checkpoint checkpoint = Checkpoint.open(source)) {
      need = MemoryNeed.of(checkpoint, OPTIONS);
    }
    try (LoadedModel model = LoadedModel.open(source, OPTIONS);
        var sequence = model.cache().open()) {
      sequence.extend(256);
      assertThat(need.cache()).isEqualTo(model.cache().bytes());
      long vectors =
          WeightShapes.of(model.config()).values().stream()
              .filter(it -> it.rank() == 1)
              .mapToLong(it -> it.elements() * Float.BYTES)
              .sum();
      long weights = model.transformer().weights().bytes();
      assertThat(need.packed() + need.mapped()).isBetween(weights * 9 / 10, weights + vectors);
      assertThat(need.packed() == 0).isEqualTo(!type.isBlock());
    }
  }

  @Test
  void aModelBeyondItsBudgetIsNotLoaded() {
    Path source = write("model.gguf", "tiny-llama", DType.Q4_0);
    long need;
    try (Checkpoint checkpoint = Checkpoint.open(source)) {
      need = MemoryNeed.of(checkpoint, OPTIONS).bytes();
    }
    LoadedModel.open(source, OPTIONS.withMemoryBudget(need)).close();
    assertThatThrownBy(() -> LoadedModel.open(source, OPTIONS.withMemoryBudget(need - 1)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("model.gguf needs 0.17 GB of memory")
        .hasMessageContaining("256 positions")
        .hasMessageContaining("the budget is 0.17 GB");
  }

  @Test
  void weightsBeyondTheMemoryThatThereIsAreNotLoaded() throws IOException {
    Path source = write("model.gguf", "tiny-llama", DType.Q4_0);
    Path host = Files.writeString(folder.resolve("meminfo"), "MemTotal:  100000 kB\n");
    var memory = new SystemMemory(folder, host);
    try (Checkpoint checkpoint = Checkpoint.open(source)) {
      MemoryNeed need = MemoryNeed.of(checkpoint, OPTIONS);
      assertThatThrownBy(() -> need.check(checkpoint, OPTIONS, memory))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("this machine or container has 0.10 GB");
      need.check(checkpoint, OPTIONS.withMemoryBudget(need.bytes()), memory);
      need.check(checkpoint, OPTIONS, new SystemMemory(folder, folder.resolve("none")));
    }
  }
}
