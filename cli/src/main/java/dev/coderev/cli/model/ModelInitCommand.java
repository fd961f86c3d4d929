package dev.coderev.cli.model;

import dev.coderev.model.ModelException;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.tensor.DType;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coderev model init}: a checkpoint with random weights. */
@Command(
    name = "init",
    description = "Writes a checkpoint of a known shape with random weights and a tokenizer.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class ModelInitCommand implements Callable<Integer> {
  @Option(
      names = "--shape",
      required = true,
      paramLabel = "SHAPE",
      completionCandidates = ShapeNames.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String shape = "";

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      converter = DTypeConverter.class,
      description = "Of linear weights: " + DTypeConverter.WORDS + ". Default: bf16.")
  private DType dtype = DType.BF16;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "PATH",
      description = "A new directory, or a new file that ends in .gguf.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ModelConfig config = Presets.all().get(shape);
    if (config == null) {
      throw new ModelException(
          "'"
              + shape
              + "' is no known shape; known are "
              + String.join(", ", Presets.all().keySet()));
    }
    RandomCheckpoint.write(out, shape, config, dtype, seed);
    spec.commandLine().getErr().println("coderev: wrote " + out);
    spec.commandLine().getErr().flush();
    return 0;
  }
}
