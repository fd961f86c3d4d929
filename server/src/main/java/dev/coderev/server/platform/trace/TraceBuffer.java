package dev.coderev.server.platform.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The spans of roots that go on. At the end of a root all of its spans are kept or forgotten: kept
 * if one failed, if the root took long, and for a share of the traces that every server chooses
 * alike, by the trace's id.
 */
final class TraceBuffer {
  private static final Duration LONG = Duration.ofSeconds(3);
  private static final int MOST_ROOTS = 2_000;
  private static final int MOST_SPANS = 512;
  private static final double IDS = 1L << 48;
  private static final int CHOOSING_DIGITS = 12;

  private final double ratio;
  private final Consumer<List<Span>> kept;
  private final Map<String, List<Span>> parts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Span>> eldest) {
          return size() > MOST_ROOTS;
        }
      };

  /**
   * An empty buffer.
   *
   * @param ratio of the traces without anything remarkable that are kept, 0..1
   */
  TraceBuffer(double ratio, Consumer<List<Span>> kept) {
    this.ratio = ratio;
    this.kept = kept;
  }

  /** A part of this root is over; of very many the first are remembered, and those that failed. */
  void add(String root, Span span) {
    if (root.equals("-")) {
      return;
    }
    synchronized (parts) {
      List<Span> spans = parts.computeIfAbsent(root, _ -> new ArrayList<>());
      if (spans.size() < MOST_SPANS || span.failed()) {
        spans.add(span);
      }
    }
  }

  void end(Span root) {
    List<Span> spans;
    synchronized (parts) {
      List<Span> added = parts.remove(root.context().spanId());
      spans = added == null ? new ArrayList<>() : added;
    }
    spans.add(root);
    if (root.duration().compareTo(LONG) > 0
        || spans.stream().anyMatch(Span::failed)
        || isChosen(root.context().traceId())) {
      kept.accept(List.copyOf(spans));
    }
  }

  private boolean isChosen(String traceId) {
    long number = HexFormat.fromHexDigitsToLong(traceId, 32 - CHOOSING_DIGITS, 32);
    return number < ratio * IDS;
  }
}
