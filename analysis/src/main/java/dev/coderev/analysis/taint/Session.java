package dev.coderev.analysis.taint;

import dev.coderev.analysis.pattern.Deadline;
import dev.coderev.analysis.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * One taint rule at work: the sources and sinks of all files that it came to, numbered through, and
 * what it may still cost.
 */
final class Session {
  private static final int DEEPEST_CALLS = 10;
  private static final int MOST_RUNS = 3000;

  final TaintOptions options;
  final Deadline deadline;
  private final List<Numbered<SpecMatches.SourceMatch>> sources = new ArrayList<>();
  private final List<Numbered<SpecMatches.SinkMatch>> sinks = new ArrayList<>();
  private final TreeSet<Omission> omissions = new TreeSet<>();
  private int depth;
  private int runs;

  private record Numbered<T>(SourceFile file, T match) {}

  Session(TaintOptions options, Deadline deadline) {
    this.options = options;
    this.deadline = deadline;
  }

  /** Takes in the sources of a file, and gives the number of the first. */
  int addSources(SourceFile file, List<SpecMatches.SourceMatch> matches) {
    int first = sources.size();
    matches.forEach(match -> sources.add(new Numbered<>(file, match)));
    return first;
  }

  /** Takes in the sinks of a file, and gives the number of the first. */
  int addSinks(SourceFile file, List<SpecMatches.SinkMatch> matches) {
    int first = sinks.size();
    matches.forEach(match -> sinks.add(new Numbered<>(file, match)));
    return first;
  }

  SpecMatches.SourceMatch source(int number) {
    return sources.get(number).match();
  }

  SourceFile fileOfSource(int number) {
    return sources.get(number).file();
  }

  SpecMatches.SinkMatch sink(int number) {
    return sinks.get(number).match();
  }

  SourceFile fileOfSink(int number) {
    return sinks.get(number).file();
  }

  // ---- limits ----

  /** Begins another run of a function; false where the limits forbid it. */
  boolean enter() {
    if (depth >= DEEPEST_CALLS || runs >= MOST_RUNS) {
      return false;
    }
    deadline.look();
    depth++;
    runs++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Remembers something that was not looked at. */
  void omit(Omission omission) {
    omissions.add(omission);
  }

  /** What was not looked at, by file and line. */
  List<Omission> omissions() {
    return List.copyOf(omissions);
  }
}
