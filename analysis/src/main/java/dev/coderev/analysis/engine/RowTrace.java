package dev.coderev.analysis.engine;

import dev.coderev.analysis.cache.CacheKey;
import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.project.AskedIndex;
import dev.coderev.analysis.project.DeclaredFunction;
import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.project.ProjectIndex;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.taint.CallWays;
import dev.coderev.analysis.taint.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The project as a row of looks sees it, which remembers all that they saw. Confined to one thread.
 */
final class RowTrace implements Surroundings, CallWays {
  private static final int NEITHER = 0;
  private static final int TO_SOURCE = 1;
  private static final int TO_SINK = 2;

  private final LiveRule rule;
  private final ProjectFiles loaded;
  private final AskedIndex index;
  private final Map<Integer, String> opened = new TreeMap<>();
  private final Map<Long, Integer> leadsToSource = new HashMap<>();
  private final Map<Long, Integer> leadsToSink = new HashMap<>();

  /**
   * Which way calls lead from a function.
   *
   * @param place of the function in its file
   * @param way {@value #TO_SOURCE} to a source, {@value #TO_SINK} to a sink
   */
  record Way(int file, int place, int way, boolean leads) {
    boolean holdsIn(ProjectIndex index, CallWays ways) {
      return index
          .file(file)
          .map(FileDeclarations::allFunctions)
          .filter(all -> place < all.size())
          .map(all -> all.get(place).node())
          .filter(node ->
              leads
                  == (way == TO_SOURCE
                      ? ways.leadToSource(file, node)
                      : ways.leadToSink(file, node)))
          .isPresent();
    }
  }

  RowTrace(LiveRule rule, ProjectFiles loaded, ProjectIndex index) {
    this.rule = rule;
    this.loaded = loaded;
    this.index = new AskedIndex(index);
  }

  /** The digest of a file's text. */
  static CacheKey content(SourceFile file) {
    return new CacheKey.Digest().text(file.language().id()).text(file.text()).key();
  }

  @Override
  public AskedIndex index() {
    return index;
  }

  @Override
  public boolean mayHaveEnds(int number) {
    return rule.hasEndsIn(number);
  }

  @Override
  public Optional<FileContext> file(int number) {
    Optional<FileContext> context = loaded.file(number);
    opened.computeIfAbsent(
        number,
        _ ->
            context
                .map(
                    known -> known.computed(Content.class, all -> new Content(content(all.file()))))
                .map(known -> seen(known.key().hex(), rule, number))
                .orElse(""));
    return context;
  }

  /**
   * What a look sees of a file: its text, and whether the rule begins or ends in it, which a limit
   * of time may have kept from being found.
   */
  static String seen(String content, LiveRule rule, int number) {
    return rule.hasEndsIn(number) ? content + "+" : content;
  }

  /** What is kept with a file's tree. */
  private record Content(CacheKey key) {}

  @Override
  public boolean leadToSource(int file, int node) {
    return leadsToSource.computeIfAbsent(
            key(file, node), _ -> rule.ways().leadToSource(file, node) ? TO_SOURCE : NEITHER)
        != NEITHER;
  }

  @Override
  public boolean leadToSink(int file, int node) {
    return leadsToSink.computeIfAbsent(
            key(file, node), _ -> rule.ways().leadToSink(file, node) ? TO_SINK : NEITHER)
        != NEITHER;
  }

  private static long key(int file, int node) {
    return ((long) file << 32) | node;
  }

  /** What was seen of the files that were opened, by number; empty for one that cannot be read. */
  Map<Integer, String> opened() {
    return opened;
  }

  /**
   * The ways that were asked for, as far as they do not follow from the content of opened files.
   */
  List<Way> ways() {
    List<Way> all = new ArrayList<>();
    collect(leadsToSource, TO_SOURCE, all);
    collect(leadsToSink, TO_SINK, all);
    return all;
  }

  private void collect(Map<Long, Integer> asked, int way, List<Way> into) {
    Map<Integer, Map<Integer, Integer>> places = new HashMap<>();
    new TreeMap<>(asked)
        .forEach((key, leads) -> {
          int file = (int) (key >> 32);
          Integer place =
              places
                  .computeIfAbsent(
                      file, number -> index.file(number).map(RowTrace::places).orElse(Map.of()))
                  .get(key.intValue());
          if (place != null) {
            into.add(new Way(file, place, way, leads != NEITHER));
          }
        });
  }

  private static Map<Integer, Integer> places(FileDeclarations declared) {
    Map<Integer, Integer> places = new HashMap<>();
    int place = 0;
    for (DeclaredFunction function : declared.allFunctions()) {
      places.put(function.node(), place++);
    }
    return places;
  }
}
