package dev.coderev.cli.model;

import dev.coderev.model.ModelException;
import dev.coderev.model.config.ConfigReader;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.Presets;
import dev.coderev.training.TrainingException;
import dev.coderev.training.network.NextToken;
import dev.coderev.training.pretrain.Pretraining;
import dev.coderev.training.pretrain.PretrainingPlan;
import dev.coderev.training.pretrain.RunListener;
import dev.coderev.training.torch.Compute;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--tokens",
      paramLabel = "N",
      description = "Tokens to train on. Default: ${DEFAULT-VALUE}.")
  private long tokens = 50_000_000;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Sequences of a step. Default: ${DEFAULT-VALUE}.")
  private int batch = 16;

  @Option(
      names = "--micro-batch",
      paramLabel = "N",
      description = "Sequences that are computed at once. Default: ${DEFAULT-VALUE}.")
  private int microBatch = 4;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Tokens of a sequence. Default: ${DEFAULT-VALUE}.")
  private int length = 512;

  @Option(
      names = "--rate",
      paramLabel = "X",
      description = "The highest rate of learning. Default: ${DEFAULT-VALUE}.")
  private double rate = 2e-3;

  @Option(
      names = "--warmup",
      paramLabel = "SHARE",
      description = "Of the steps, until the highest rate. Default: ${DEFAULT-VALUE}.")
  private double warmup = 0.02;

  @Option(
      names = "--fill-in-the-middle",
      paramLabel = "SHARE",
      description = "Of the documents, turned around for it. Default: ${DEFAULT-VALUE}.")
  private double fill;

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description = "Of the texts, kept to measure with. Default: ${DEFAULT-VALUE}.")
  private double heldOut = 0.02;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int seed = 1;

  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      description =
          "Of the factors of products: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Compute.Precision precision = Compute.Precision.BF16;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that compute; part of what makes a run repeatable. Default: all.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "cpu, cuda or cuda:N. Default: ${DEFAULT-VALUE}.")
  private String device = "cpu";

  @Option(names = "--save-every", paramLabel = "STEPS", description = "Default: ${DEFAULT-VALUE}.")
  private int saveEvery = 100;

  @Option(
      names = "--evaluate-every",
      paramLabel = "STEPS",
      description = "Default: ${DEFAULT-VALUE}.")
  private int evaluateEvery = 100;

  @Option(names = "--quiet", description = "No words on stderr.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var pace = new Pretraining.Pace(device, saveEvery, evaluateEvery);
    var listener = new Talk(spec.commandLine().getErr(), quiet);
    try {
      if (resume) {
        Pretraining.resume(out, pace, listener);
      } else {
        Pretraining.begin(out, shape(), corpus(), plan(), pace, listener);
      }
    } catch (NoClassDefFoundError e) {
      throw new TrainingException(
          "libtorch is not on the class path; start training through the launcher ./coderev", e);
    }
    return 0;
  }

  private PretrainingPlan plan() {
    return new PretrainingPlan(
        tokens, batch, microBatch, length, rate, warmup, seed, fill, heldOut, precision, threads);
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

  /** Tells a terminal or a log how a run goes, at most once in two seconds. */
  private static final class Talk implements RunListener {
    private static final long EVERY_NANOS = 2_000_000_000L;

    private final PrintWriter err;
    private final boolean quiet;
    private long last = System.nanoTime();

    Talk(PrintWriter err, boolean quiet) {
      this.err = err;
      this.quiet = quiet;
    }

    @Override
    public void stepped(Step step) {
      long now = System.nanoTime();
      if (step.step() == step.steps() || now - last >= EVERY_NANOS) {
        last = now;
        say(
            String.format(
                Locale.ROOT,
                "step %d of %d, loss %.3f, rate %.2e, %.0f tokens/s, %s left",
                step.step(),
                step.steps(),
                step.loss(),
                step.rate(),
                step.tokensPerSecond(),
                time(step.secondsLeft())));
      }
    }

    private static String time(double seconds) {
      long minutes = Math.round(seconds / 60);
      return minutes >= 60 ? minutes / 60 + " h " + minutes % 60 + " min" : minutes + " min";
    }

    @Override
    public void evaluated(long step, NextToken.Foretold foretold) {
      say(
          String.format(
              Locale.ROOT,
              "step %d: held-out loss %.3f, next token right in %.1f %%",
              step,
              foretold.mean(),
              100 * foretold.accuracy()));
    }

    @Override
    public void noted(String text) {
      say(text);
    }

    private void say(String text) {
      if (!quiet) {
        err.println("coderev: " + text);
        err.flush();
      }
    }
  }
}
