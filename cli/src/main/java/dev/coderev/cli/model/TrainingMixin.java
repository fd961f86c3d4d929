package dev.coderev.cli.model;

import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.loop.TrainingPlan;
import dev.coderev.training.torch.Compute;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The options of commands that train. */
final class TrainingMixin {
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

  TrainingPlan plan() {
    return new TrainingPlan(
        tokens, batch, microBatch, length, rate, warmup, seed, fill, heldOut, precision, threads);
  }

  Pace pace() {
    return new Pace(device, saveEvery, evaluateEvery);
  }

  int threads() {
    return threads;
  }

  RunListener listener(PrintWriter err) {
    return new TrainingTalk(err, quiet);
  }
}
