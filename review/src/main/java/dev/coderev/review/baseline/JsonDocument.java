package dev.coderev.review.baseline;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON document read once from front to back, within limits. A value that is not of the wanted
 * kind is passed over.
 */
final class JsonDocument implements AutoCloseable {
  private static final int MAX_DEPTH = 200;
  private static final int MAX_STRING = 10_000_000;

  private final JsonParser parser;

  JsonDocument(InputStream in) {
    parser =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build()
            .createParser(ObjectReadContext.empty(), in);
    parser.nextToken();
  }

  /** Whether the current value is an object; its members are then given by name. */
  boolean object(Consumer<String> member) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return false;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      member.accept(name);
    }
    return true;
  }

  /** Whether the current value is an array; the reader is called for each item. */
  boolean array(Runnable item) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return false;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      item.run();
    }
    return true;
  }

  Optional<String> string() {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return Optional.of(parser.getString());
    }
    parser.skipChildren();
    return Optional.empty();
  }

  /** The whole number, -1 if the value is none. */
  int number() {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return parser.getValueAsInt(-1);
    }
    parser.skipChildren();
    return -1;
  }

  void skip() {
    parser.skipChildren();
  }

  @Override
  public void close() {
    parser.close();
  }
}
