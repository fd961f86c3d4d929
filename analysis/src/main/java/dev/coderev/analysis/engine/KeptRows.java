package dev.coderev.analysis.engine;

import dev.coderev.analysis.cache.CacheFolder;
import dev.coderev.analysis.cache.CacheKey;
import dev.coderev.analysis.cache.RecordFormat;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.taint.TaintResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What rows of looks found in earlier runs, taken where all that it depends on is as it was. Safe
 * to share between threads.
 *
 * <pre>
 * key   = engine, rules, limits; the rule; by point: path, content, entries
 * value = up to four results, the latest first, each with what it depends on besides
 * </pre>
 */
final class KeptRows {
  /** So many states of the files around a row are told apart, such as those of two branches. */
  private static final int MOST_STATES = 4;

  private final Optional<CacheFolder> folder;
  private final Function<Language, CacheKey> origin;
  private final ProjectNow now;
  private final Map<Integer, String> contents;
  private final double share;

  /** Made when something is read or kept, not at every start. */
  private static final class Formats {
    static final RecordFormat<States> ROWS = new RecordFormat<>(States.class);
  }

  private record States(List<KeptRow> rows) {}

  /**
   * @param origin what the results for a language depend on besides the files
   * @param contents digests of their texts, by number
   * @param share of the ordinary cost that looks may take
   */
  KeptRows(
      Optional<CacheFolder> folder,
      Function<Language, CacheKey> origin,
      ProjectNow now,
      Map<Integer, String> contents,
      double share) {
    this.folder = folder;
    this.origin = origin;
    this.now = now;
    this.contents = contents;
    this.share = share;
  }

  /** The results of a row by point, if they are known. */
  Optional<List<TaintResult>> find(LookRow row) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    for (KeptRow state : states(key(row))) {
      try {
        Optional<List<TaintResult>> known =
            state
                .in(now, file -> content(row.rule(), file), row.rule().ways())
                .filter(results -> results.size() == row.points().size());
        if (known.isPresent()) {
          return known;
        }
      } catch (RuntimeException _) {
        // What is kept contradicts itself, so that it is worth nothing.
      }
    }
    return Optional.empty();
  }

  /**
   * Keeps what a row found.
   *
   * @param results by point
   */
  void keep(LookRow row, RowTrace trace, List<TaintResult> results) {
    if (folder.isEmpty() || !asExamined(row.rule(), trace)) {
      return;
    }
    CacheKey key = key(row);
    List<KeptRow> states = new ArrayList<>(List.of(KeptRow.of(trace, results, now)));
    states.addAll(states(key));
    List<KeptRow> latest = states.subList(0, Math.min(MOST_STATES, states.size()));
    folder.get().write(key, Formats.ROWS.bytes(new States(latest)));
  }

  /** Whether nobody changed a file between its examination and the looks. */
  private boolean asExamined(LiveRule rule, RowTrace trace) {
    return trace.opened().entrySet().stream()
        .allMatch(file -> content(rule, file.getKey()).equals(file.getValue()));
  }

  private String content(LiveRule rule, int file) {
    String content = contents.get(file);
    return content == null ? "" : RowTrace.seen(content, rule, file);
  }

  private List<KeptRow> states(CacheKey key) {
    try {
      return folder
          .flatMap(open -> open.read(key))
          .map(content -> Formats.ROWS.value(content).rows())
          .orElse(List.of());
    } catch (RuntimeException _) {
      return List.of();
    }
  }

  private CacheKey key(LookRow row) {
    CacheKey.Digest digest = new CacheKey.Digest().text("looks").text(row.rule().id());
    digest.number(Double.doubleToLongBits(share));
    for (Language language : row.rule().languages()) {
      digest.text(language.id()).text(origin.apply(language).hex());
    }
    for (LookRow.Point point : row.points()) {
      digest
          .text(point.path())
          .text(content(row.rule(), point.file()))
          .number(point.entries().size());
      point.entries().stream().sorted().forEach(digest::number);
    }
    return digest.key();
  }
}
