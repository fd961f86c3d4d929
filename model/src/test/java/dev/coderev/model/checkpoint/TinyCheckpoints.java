package dev.coderev.model.checkpoint;

import dev.coderev.model.config.ConfigWriter;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomWeights;
import dev.coderev.model.safetensors.SafetensorsShards;
import dev.coderev.model.tensor.DType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Small random checkpoints for tests. */
public final class TinyCheckpoints {

  private TinyCheckpoints() {}

  /** A directory of a tiny shape, without tokenizer. */
  public static Path directory(Path parent, String shape, DType dtype) {
    ModelConfig config = Presets.all().get(shape).withDtype(dtype);
    Path directory = parent.resolve(shape + "-" + dtype);
    Staging.directory(directory, staged -> write(staged, config, dtype));
    return directory;
  }

  private static void write(Path staged, ModelConfig config, DType dtype) throws IOException {
    ConfigWriter.write(staged.resolve("config.json"), config, Map.of());
    SafetensorsShards.write(staged, RandomWeights.of(config, 7, (name, shape) -> dtype), 1L << 30);
  }
}
