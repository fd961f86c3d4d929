package dev.coderev.analysis.engine;

import dev.coderev.analysis.cache.CacheFolder;
import dev.coderev.analysis.cache.CacheKey;
import dev.coderev.analysis.cache.RecordFormat;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The results for single files of one run, taken from earlier runs where nothing that they depend
 * on has changed. What limits of time cut short is never kept. Safe to share between threads.
 */
final class CachedFiles {
  static final CachedFiles NONE = new CachedFiles(Optional.empty(), _ -> new CacheKey(""));

  private final Optional<CacheFolder> folder;
  private final Function<Language, CacheKey> origin;
  private final Map<Language, CacheKey> origins = new ConcurrentHashMap<>();

  /** Digests of texts by number of the file. */
  private final Map<Integer, String> contents = new ConcurrentHashMap<>();

  /** Made when something is read or kept, not at every start. */
  private static final class Formats {
    static final RecordFormat<FileDraft> DRAFTS = new RecordFormat<>(FileDraft.class);
    static final RecordFormat<Alone> OUTCOMES = new RecordFormat<>(Alone.class);
  }

  /** How a file was looked at. */
  private enum View {
    ALONE,
    DRAFT,
    OUTLINE
  }

  /** What became of a file of which nothing else matters. */
  private record Alone(FileOutcome outcome) {}

  /**
   * @param origin what the results for a language depend on besides the file
   */
  CachedFiles(Optional<CacheFolder> folder, Function<Language, CacheKey> origin) {
    this.folder = folder;
    this.origin = origin;
  }

  /** All that is to be known of a file that is examined by itself. */
  FileOutcome alone(SourceFile file, long bytes, String note, Supplier<FileOutcome> examine) {
    if (folder.isEmpty()) {
      return examine.get();
    }
    CacheKey key = key(file, RowTrace.content(file).hex(), bytes, note, View.ALONE);
    return read(Formats.OUTCOMES, key)
        .map(Alone::outcome)
        .orElseGet(() -> {
          FileOutcome outcome = examine.get();
          keep(Formats.OUTCOMES, key, new Alone(outcome), outcome);
          return outcome;
        });
  }

  /** All that is to be known of a file that is examined as part of a project. */
  FileDraft draft(
      SourceFile file, long bytes, String note, int number, Supplier<FileDraft> examine) {
    if (folder.isEmpty()) {
      return examine.get();
    }
    CacheKey key = key(file, content(file, number), bytes, note, View.DRAFT);
    return known(read(Formats.DRAFTS, key), key, number, examine);
  }

  /** What data flow needs to know of a file; who examined it knows that, too. */
  FileDraft outline(
      SourceFile file, long bytes, String note, int number, Supplier<FileDraft> look) {
    if (folder.isEmpty()) {
      return look.get();
    }
    String content = content(file, number);
    CacheKey key = key(file, content, bytes, note, View.OUTLINE);
    Optional<FileDraft> outlined =
        read(Formats.DRAFTS, key)
            .or(() ->
                read(Formats.DRAFTS, key(file, content, bytes, note, View.DRAFT))
                    .filter(draft -> draft.declarations().isPresent())
                    .map(FileDraft::outline));
    return known(outlined, key, number, look);
  }

  private FileDraft known(
      Optional<FileDraft> known, CacheKey key, int number, Supplier<FileDraft> examine) {
    return known
        .map(draft -> draft.at(number))
        .orElseGet(() -> {
          FileDraft draft = examine.get();
          keep(Formats.DRAFTS, key, draft, draft.outcome());
          return draft;
        });
  }

  private String content(SourceFile file, int number) {
    String content = RowTrace.content(file).hex();
    contents.put(number, content);
    return content;
  }

  /**
   * What looks through several files found in earlier runs.
   *
   * @param share of the ordinary cost that looks may take
   */
  KeptRows rows(ProjectNow project, double share) {
    return new KeptRows(folder, this::origin, project, contents, share);
  }

  private CacheKey origin(Language language) {
    return origins.computeIfAbsent(language, origin);
  }

  private CacheKey key(SourceFile file, String content, long bytes, String note, View view) {
    return new CacheKey.Digest()
        .text(origin(file.language()).hex())
        .number(view.ordinal())
        .text(file.path())
        .number(bytes)
        .text(note)
        .text(content)
        .key();
  }

  private <T extends Record> Optional<T> read(RecordFormat<T> format, CacheKey key) {
    return folder.flatMap(kept -> kept.read(key)).flatMap(content -> value(format, content));
  }

  private static <T extends Record> Optional<T> value(RecordFormat<T> format, byte[] content) {
    try {
      return Optional.of(format.value(content));
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }

  private <T extends Record> void keep(
      RecordFormat<T> format, CacheKey key, T value, FileOutcome outcome) {
    if (outcome instanceof FileOutcome.Analysed analysed && analysed.cuts().isEmpty()) {
      folder.ifPresent(open -> open.write(key, format.bytes(value)));
    }
  }
}
