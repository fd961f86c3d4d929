package dev.coderev.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A value as JSON: maps, collections, texts, numbers and truth values; an empty {@link Optional} is
 * {@code null}. Fractions are rounded to four digits, for more are never known.
 */
record JsonValue(Object value) {

  /** One line, without a break at its end. */
  @Override
  public String toString() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      write(generator, value);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator json, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((name, member) -> {
          json.writeName(name.toString());
          write(json, member);
        });
        json.writeEndObject();
      }
      case Collection<?> items -> {
        json.writeStartArray();
        items.forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case Optional<?> maybe -> {
        if (maybe.isPresent()) {
          write(json, maybe.get());
        } else {
          json.writeNull();
        }
      }
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number when Double.isFinite(number) ->
          json.writeNumber(Math.round(number * 10_000) / 10_000.0);
      case Double _ -> json.writeNull();
      default -> json.writeString(value.toString());
    }
  }
}
