package dev.coderev.cli.model;

import dev.coderev.training.distill.Asking;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of how a teacher is asked. */
final class AskingMixin {

  @Option(
      names = "--on-policy",
      paramLabel = "SHARE",
      description =
          "Of the sequences, continued by the student itself before the teacher speaks. Default:"
              + " ${DEFAULT-VALUE}.")
  private double own;

  @Option(
      names = "--teacher-answers",
      paramLabel = "DIR",
      description =
          "Keep the teacher's likeliest tokens there, so that it is asked about a sequence once.")
  private @Nullable Path folder;

  @Option(
      names = "--top-k",
      paramLabel = "N",
      description = "Tokens that are kept for each place. Default: ${DEFAULT-VALUE}.")
  private int top = 64;

  @Option(
      names = "--answers-limit",
      paramLabel = "BYTES",
      description = "The most that answers take on disk. Default: ${DEFAULT-VALUE}.")
  private long limit = 16_000_000_000L;

  Asking asking() {
    return new Asking(
        own, Optional.ofNullable(folder).map(it -> new Asking.Keeping(it, top, limit)));
  }
}
