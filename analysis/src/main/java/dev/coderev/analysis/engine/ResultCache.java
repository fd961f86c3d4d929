package dev.coderev.analysis.engine;

import dev.coderev.analysis.cache.CacheFolder;
import dev.coderev.analysis.cache.CacheKey;
import dev.coderev.analysis.source.Language;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What earlier runs found out about files. A result is known by all that it depends on, so one that
 * is found is right, whatever was changed meanwhile. Safe to share.
 */
public final class ResultCache {
  /** Nothing is kept and nothing found. */
  public static final ResultCache NONE = new ResultCache(Optional.empty(), "");

  private final Optional<CacheFolder> folder;
  private final String origin;

  private ResultCache(Optional<CacheFolder> folder, String origin) {
    this.folder = folder;
    this.origin = origin;
  }

  /**
   * The results in this folder.
   *
   * @param origin what results depend on besides files, limits and the list of rules: the engine
   *     and the content of the rules, in the words of who puts them together
   */
  public static ResultCache in(CacheFolder folder, String origin) {
    return new ResultCache(Optional.of(folder), origin);
  }

  /**
   * Those of one run.
   *
   * @param data the texts of files in which the code may look something up
   */
  CachedFiles files(RuleSetCompiler rules, AnalysisLimits limits, Map<String, String> data) {
    return folder.isEmpty()
        ? CachedFiles.NONE
        : new CachedFiles(folder, language -> origin(language, rules, limits, data));
  }

  private CacheKey origin(
      Language language, RuleSetCompiler rules, AnalysisLimits limits, Map<String, String> data) {
    CacheKey.Digest digest =
        new CacheKey.Digest()
            .text(origin)
            .text(language.id())
            .text(rules.listed(language))
            .number(limits.findingsPerRuleAndFile());
    new TreeMap<>(data).forEach((path, text) -> digest.text(path).text(text));
    return digest.key();
  }

  /** Gives back room on the disk if a run took more than its share. */
  void trim() {
    folder.ifPresent(CacheFolder::trim);
  }
}
