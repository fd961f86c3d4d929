package dev.coderev.cli.model;

import dev.coderev.model.ModelException;
import dev.coderev.model.config.ConfigReader;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.Presets;
import dev.coderev.training.TrainingException;
import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.pretrain.Pretraining;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code coderev model pretrain}: a model trained from the start. */
@Command(
    name = "pretrain",
    description = {
      "Trains a model from the start on files, folders and zip archives of text.",
      "The output is a Hugging Face directory from the first saved state on; --resume goes on."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class ModelPretrainCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      paramLabel = "C",
      description = "A config.json, or a known shape: see 'coderev model init --help'.")
  private @Nullable String config;

  @Option(
      names = "--corpus",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders or zip archives of UTF-8 text.")
  private List<Path> corpus = List.of();

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "The run's folder: new, or one to go on with.")
  private Path out = Path.of("");

  @Option(
      names = "--resume",
      description = "Go on with the run of the folder, whose settings are kept in it.")
  private boolean resume;

  @Mixin private TrainingMixin training = new TrainingMixin();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Pace pace = training.pace();
    RunListener listener = training.listener(spec.commandLine().getErr());
    try {
      if (resume) {
        Pretraining.resume(out, pace, listener);
      } else {
        Pretraining.begin(out, shape(), corpus(), training.plan(), pace, listener);
      }
    } catch (NoClassDefFoundError e) {
      throw new TrainingException(
          "libtorch is not on the class path; start training through the launcher ./coderev", e);
    }
    return 0;
  }

  private List<Path> corpus() {
    if (corpus.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--corpus is required for a new run");
    }
    return corpus;
  }

  private ModelConfig shape() {
    if (config == null) {
      throw new ParameterException(spec.commandLine(), "--config is required for a new run");
    }
    ModelConfig known = Presets.all().get(config);
    if (known != null) {
      return known;
    }
    Path file = Path.of(config);
    if (!Files.isRegularFile(file)) {
      throw new ModelException(
          "'"
              + config
              + "' is no file and no known shape; known are "
              + String.join(", ", Presets.all().keySet()));
    }
    return ConfigReader.read(file);
  }
}
