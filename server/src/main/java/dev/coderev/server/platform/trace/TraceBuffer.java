package dev.coderev.server.platform.trace;

import dev.coderev.server.platform.memory.LatestUsed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The spans of roots that go on. At the end of a root all of its spans are kept or forgotten: kept
 * if one failed, if the root took long, and for a share of the traces that every server chooses
 * alike, by the trace's id. A part that ends after its root shares the root's lot.
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

  private final LatestUsed<String, Boolean> ended = new LatestUsed<>(MOST_ROOTS);

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
    if (!isRemembered(root, span)) {
      kept.accept(List.of(span));
    }
  }

  /** False for a late part that is to be told by itself. */
  private boolean isRemembered(String root, Span span) {
    synchronized (parts) {
      Optional<Boolean> rootWasKept = ended.find(root);
      if (rootWasKept.isPresent()) {
        return !rootWasKept.get() && !span.failed();
      }
      List<Span> spans = parts.computeIfAbsent(root, _ -> new ArrayList<>());
      if (spans.size() < MOST_SPANS || span.failed()) {
        spans.add(span);
      }
      return true;
    }
  }

  void end(Span root) {
    String id = root.context().spanId();
    List<Span> spans = new ArrayList<>();
    boolean keeps;
    synchronized (parts) {
      List<Span> added = parts.remove(id);
      if (added != null) {
        spans.addAll(added);
      }
      spans.add(root);
      keeps =
          root.duration().compareTo(LONG) > 0
              || spans.stream().anyMatch(Span::failed)
              || isChosen(root.context().traceId());
      ended.put(id, keeps);
    }
    if (keeps) {
      kept.accept(List.copyOf(spans));
    }
  }

  private boolean isChosen(String traceId) {
    long number = HexFormat.fromHexDigitsToLong(traceId, 32 - CHOOSING_DIGITS, 32);
    return number < ratio * IDS;
  }
}
