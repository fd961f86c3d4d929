package dev.coderev.review.run;

import dev.coderev.analysis.cache.CacheFolder;
import dev.coderev.analysis.cache.CacheKey;
import dev.coderev.analysis.engine.ResultCache;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.review.ReviewException;
import dev.coderev.review.run.RuleLoading.Loaded;
import dev.coderev.review.run.RunOptions.Memory;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Opens the results of earlier runs where they are worth it. */
final class EarlierResults {
  /** Fewer files are examined again in less time than it takes to begin reading. */
  static final int WORTHWHILE_FILES = 24;

  private static final long MOST_BYTES = 512L << 20;

  private EarlierResults() {}

  /**
   * The results that these rules gave earlier.
   *
   * @param files how many the run looks at
   * @throws ReviewException if nothing can be written where they are to be
   */
  static ResultCache of(Optional<Memory> memory, Loaded loaded, int files, Clock clock) {
    if (memory.isEmpty() || files < WORTHWHILE_FILES) {
      return ResultCache.NONE;
    }
    Optional<String> engine = memory.get().engine().get();
    if (engine.isEmpty()) {
      return ResultCache.NONE;
    }
    try {
      return ResultCache.in(
          CacheFolder.open(memory.get().folder(), MOST_BYTES, clock), origin(engine.get(), loaded));
    } catch (IOException e) {
      throw new ReviewException(
          "the folder of earlier results cannot be used: "
              + memory.get().folder()
              + " ("
              + e.getMessage()
              + "); name another with --cache-dir, or go without by --no-cache",
          e);
    }
  }

  private static String origin(String engine, Loaded loaded) {
    CacheKey.Digest digest = new CacheKey.Digest().text(engine);
    for (RuleText text : loaded.texts()) {
      digest.text(text.name()).text(text.text());
    }
    return digest.key().hex();
  }
}
