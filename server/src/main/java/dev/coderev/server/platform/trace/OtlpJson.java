package dev.coderev.server.platform.trace;

import dev.coderev.server.platform.settings.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spans in the JSON form of the OpenTelemetry protocol: an {@code ExportTraceServiceRequest}, ids
 * in hex, 64-bit numbers as texts, enumerations as numbers.
 */
final class OtlpJson {
  private static final int ERROR = 2;
  private static final int SAMPLED = 1;

  private final JsonMapper json = new JsonMapper();
  private final List<Map<String, Object>> resource;

  OtlpJson(String environment) {
    this.resource =
        attributes(
            Map.of(
                "service.name",
                "coderev-platform",
                "service.version",
                Version.CURRENT,
                "deployment.environment.name",
                environment));
  }

  byte[] of(List<Span> spans) {
    return json.writeValueAsBytes(
        Map.of(
            "resourceSpans",
            List.of(
                Map.of(
                    "resource",
                    Map.of("attributes", resource),
                    "scopeSpans",
                    List.of(
                        Map.of(
                            "scope", Map.of("name", "dev.coderev", "version", Version.CURRENT),
                            "spans", spans.stream().map(OtlpJson::span).toList()))))));
  }

  private static Map<String, Object> span(Span span) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("traceId", span.context().traceId());
    form.put("spanId", span.context().spanId());
    span.parentId().ifPresent(parent -> form.put("parentSpanId", parent));
    form.put("flags", SAMPLED);
    form.put("name", span.name());
    form.put("kind", span.kind().ordinal() + 1);
    form.put("startTimeUnixNano", nanos(span.start()));
    form.put("endTimeUnixNano", nanos(span.end()));
    form.put("attributes", attributes(span.attributes()));
    span.link()
        .ifPresent(link ->
            form.put("links", List.of(Map.of("traceId", link.traceId(), "spanId", link.spanId()))));
    form.put("status", span.failed() ? Map.of("code", ERROR) : Map.of());
    return form;
  }

  private static String nanos(Instant time) {
    return Long.toString(TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano());
  }

  private static List<Map<String, Object>> attributes(Map<String, Object> facts) {
    return facts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(fact -> Map.of("key", fact.getKey(), "value", value(fact.getValue())))
        .toList();
  }

  private static Map<String, Object> value(Object fact) {
    return switch (fact) {
      case Integer number -> Map.of("intValue", number.toString());
      case Long number -> Map.of("intValue", number.toString());
      default -> Map.of("stringValue", fact.toString());
    };
  }
}
