package dev.coderev.cli.model;

import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.runtime.RuntimeOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands that run a model. */
final class ModelRuntimeMixin {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that compute. Default: one fewer than processors.")
  private int threads = RuntimeOptions.defaults().threads();

  @Option(
      names = "--cache-type",
      paramLabel = "TYPE",
      description =
          "How keys and values are kept: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private KvPrecision cacheType = KvPrecision.F16;

  @Option(
      names = "--context",
      paramLabel = "N",
      description = "Positions that the cache may hold. Default: ${DEFAULT-VALUE}.")
  private int context = RuntimeOptions.defaults().positions();

  @Option(
      names = "--memory-budget",
      paramLabel = "SIZE",
      converter = ByteCountConverter.class,
      description =
          "What weights, cache and program may take together, such as 900m or 6g: a model that"
              + " needs more is not loaded.")
  private @Nullable Long memoryBudget;

  RuntimeOptions options() {
    var options = new RuntimeOptions(threads, cacheType, context);
    return memoryBudget == null ? options : options.withMemoryBudget(memoryBudget);
  }
}
