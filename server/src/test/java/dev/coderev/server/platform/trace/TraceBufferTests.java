package dev.coderev.server.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceBufferTests {
  private final List<List<Span>> kept = new ArrayList<>();

  private static Span span(SpanContext context, Duration took, boolean failed) {
    Instant start = Instant.parse("2026-11-23T12:00:00Z");
    return new Span(
        context,
        Optional.empty(),
        Optional.empty(),
        SpanKind.INTERNAL,
        "work",
        start,
        start.plus(took),
        Map.of(),
        failed);
  }

  private TraceBuffer buffer(double ratio) {
    return new TraceBuffer(ratio, kept::add);
  }

  @Test
  void keepsATraceOfWhichAnyPartFailedWithAllItsParts() {
    SpanContext root = SpanContext.ofNewTrace();
    TraceBuffer buffer = buffer(0);
    buffer.add(root.spanId(), span(root.child(), Duration.ZERO, false));
    buffer.add(root.spanId(), span(root.child(), Duration.ZERO, true));
    buffer.end(span(root, Duration.ZERO, false));
    assertThat(kept).singleElement().satisfies(spans -> assertThat(spans).hasSize(3));
  }

  @Test
  void keepsATraceThatTookLongerThanThreeSeconds() {
    TraceBuffer buffer = buffer(0);
    buffer.end(span(SpanContext.ofNewTrace(), Duration.ofSeconds(3), false));
    assertThat(kept).isEmpty();
    buffer.end(span(SpanContext.ofNewTrace(), Duration.ofMillis(3_001), false));
    assertThat(kept).hasSize(1);
  }

  @Test
  void keepsTheSameShareOfTheOthersEverywhere() {
    List<SpanContext> roots = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      roots.add(SpanContext.ofNewTrace());
    }
    TraceBuffer here = buffer(0.1);
    List<List<Span>> there = new ArrayList<>();
    TraceBuffer other = new TraceBuffer(0.1, there::add);
    for (SpanContext root : roots) {
      here.end(span(root, Duration.ZERO, false));
      other.end(span(root.child(), Duration.ZERO, false));
    }
    assertThat(kept.size()).isBetween(250, 550);
    assertThat(ids(there)).isEqualTo(ids(kept));
    buffer(0).end(span(roots.getFirst(), Duration.ZERO, false));
    assertThat(kept.size()).isEqualTo(there.size());
    buffer(1).end(span(roots.getFirst(), Duration.ZERO, false));
    assertThat(kept.size()).isEqualTo(there.size() + 1);
  }

  private static List<String> ids(List<List<Span>> traces) {
    return traces.stream().map(spans -> spans.getFirst().context().traceId()).toList();
  }

  @Test
  void forgetsPartsOfRootsThatNeverEnd() {
    TraceBuffer buffer = buffer(1);
    SpanContext first = SpanContext.ofNewTrace();
    buffer.add(first.spanId(), span(first.child(), Duration.ZERO, false));
    for (int i = 0; i < 5_000; i++) {
      SpanContext root = SpanContext.ofNewTrace();
      buffer.add(root.spanId(), span(root.child(), Duration.ZERO, false));
    }
    buffer.end(span(first, Duration.ZERO, false));
    assertThat(kept).singleElement().satisfies(spans -> assertThat(spans).hasSize(1));
  }

  @Test
  void aPartThatEndsAfterItsRootSharesItsLot() {
    TraceBuffer all = buffer(1);
    SpanContext root = SpanContext.ofNewTrace();
    all.end(span(root, Duration.ZERO, false));
    all.add(root.spanId(), span(root.child(), Duration.ZERO, false));
    assertThat(kept).hasSize(2);
    TraceBuffer none = buffer(0);
    none.end(span(root, Duration.ZERO, false));
    none.add(root.spanId(), span(root.child(), Duration.ZERO, false));
    assertThat(kept).as("neither it nor its root").hasSize(2);
    none.add(root.spanId(), span(root.child(), Duration.ZERO, true));
    assertThat(kept).as("what failed is told").hasSize(3);
  }

  @Test
  void takesValidParentsOnly() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String span = "00f067aa0ba902b7";
    assertThat(SpanContext.read("00-" + trace + "-" + span + "-01"))
        .contains(new SpanContext(trace, span));
    assertThat(SpanContext.read("01-" + trace + "-" + span + "-01")).isEmpty();
    assertThat(SpanContext.read("00-" + "0".repeat(32) + "-" + span + "-01")).isEmpty();
    assertThat(SpanContext.read("00-" + trace + "-" + "0".repeat(16) + "-01")).isEmpty();
    assertThat(
            SpanContext.read("00-" + trace.toUpperCase(java.util.Locale.ROOT) + "-" + span + "-01"))
        .isEmpty();
    assertThat(SpanContext.read(null)).isEmpty();
  }
}
