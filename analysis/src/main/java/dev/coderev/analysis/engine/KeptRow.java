package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.Binding;
import dev.coderev.analysis.pattern.Bindings;
import dev.coderev.analysis.pattern.Match;
import dev.coderev.analysis.project.Inquiry;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.taint.CallWays;
import dev.coderev.analysis.taint.Omission;
import dev.coderev.analysis.taint.Site;
import dev.coderev.analysis.taint.TaintMatch;
import dev.coderev.analysis.taint.TaintResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a row of looks found, with all that it depends on. Files are numbered within it.
 *
 * @param paths of its files, by number
 * @param opened the files whose code was looked at
 * @param inquiry what was asked of the index of the project
 * @param ways what was asked of the calls of the project
 * @param looks by point of the row
 */
record KeptRow(
    List<String> paths,
    List<Opened> opened,
    Inquiry inquiry,
    List<RowTrace.Way> ways,
    List<Look> looks) {

  /** A file that was opened, with what was seen of it. */
  record Opened(int file, String content) {}

  /** What came of one point. */
  record Look(List<Found> matches, List<Omission> omissions) {}

  /** A stretch of a file. */
  record Place(int file, TextRange range) {}

  /** A step of a flow. */
  record Step(Place place, String note) {}

  /** A sink that data reaches. */
  record Found(
      Place sink,
      int node,
      Map<String, Binding> ofSink,
      Map<String, Binding> all,
      Place source,
      List<Step> steps) {}

  // ---- kept ----

  static KeptRow of(RowTrace trace, List<TaintResult> results, ProjectNow now) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Numbering number = path -> numbers.computeIfAbsent(path, _ -> numbers.size());
    List<Opened> opened = new ArrayList<>();
    trace
        .opened()
        .forEach((file, content) -> opened.add(new Opened(number.of(now.path(file)), content)));
    Inquiry inquiry = trace.index().inquiry().at(file -> number.of(now.path(file)));
    List<RowTrace.Way> ways =
        trace.ways().stream()
            .map(way ->
                new RowTrace.Way(
                    number.of(now.path(way.file())), way.place(), way.way(), way.leads()))
            .toList();
    List<Look> looks =
        results.stream()
            .map(result ->
                new Look(
                    result.matches().stream().map(match -> found(match, number)).toList(),
                    result.omissions()))
            .toList();
    return new KeptRow(List.copyOf(numbers.keySet()), opened, inquiry, ways, looks);
  }

  /** Gives each path a number. */
  private interface Numbering {
    int of(String path);

    default Place of(Site site) {
      return new Place(of(site.file().path()), site.range());
    }
  }

  private static Found found(TaintMatch match, Numbering number) {
    return new Found(
        number.of(new Site(match.file(), match.sink().range())),
        match.sink().node(),
        named(match.sink().bindings()),
        named(match.bindings()),
        number.of(match.source()),
        match.steps().stream().map(step -> new Step(number.of(step.site()), step.note())).toList());
  }

  private static Map<String, Binding> named(Bindings bindings) {
    Map<String, Binding> named = new LinkedHashMap<>();
    bindings.forEach(named::put);
    return named;
  }

  // ---- found again ----

  /** What was found, if it still holds. */
  Optional<List<TaintResult>> in(ProjectNow now, IntFunction<String> seen, CallWays calls) {
    int[] numbers = new int[paths.size()];
    for (int i = 0; i < numbers.length; i++) {
      Optional<Integer> number = now.number(paths.get(i));
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers[i] = number.get();
    }
    boolean holds =
        opened.stream().allMatch(file -> seen.apply(numbers[file.file()]).equals(file.content()))
            && ways.stream()
                .allMatch(way ->
                    new RowTrace.Way(numbers[way.file()], way.place(), way.way(), way.leads())
                        .holdsIn(now.index(), calls))
            && inquiry.at(file -> numbers[file]).holdsIn(now.index());
    return holds ? results(numbers, now) : Optional.empty();
  }

  private Optional<List<TaintResult>> results(int[] numbers, ProjectNow now) {
    Map<Integer, SourceFile> files = new LinkedHashMap<>();
    for (Look look : looks) {
      for (Found match : look.matches()) {
        List<Place> places = new ArrayList<>(List.of(match.sink(), match.source()));
        match.steps().forEach(step -> places.add(step.place()));
        for (Place place : places) {
          if (!files.containsKey(place.file())) {
            Optional<SourceFile> file = now.file(numbers[place.file()]);
            if (file.isEmpty()) {
              return Optional.empty();
            }
            files.put(place.file(), file.get());
          }
        }
      }
    }
    return Optional.of(
        looks.stream()
            .map(look ->
                new TaintResult(
                    look.matches().stream().map(match -> match(match, files)).toList(),
                    look.omissions()))
            .toList());
  }

  private static TaintMatch match(Found found, Map<Integer, SourceFile> files) {
    Site sink = site(found.sink(), files);
    return new TaintMatch(
        sink.file(),
        new Match(sink.range(), found.node(), Bindings.of(found.ofSink())),
        Bindings.of(found.all()),
        site(found.source(), files),
        found.steps().stream()
            .map(step -> new TaintMatch.Step(site(step.place(), files), step.note()))
            .toList());
  }

  private static Site site(Place place, Map<Integer, SourceFile> files) {
    SourceFile file = files.get(place.file());
    if (file == null) {
      throw new IllegalStateException("a file of a flow was not read");
    }
    return new Site(file, place.range());
  }
}
