package dev.coderev.model.json;

import dev.coderev.model.MalformedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A strict reader of JSON: a name twice, anything after the value, or nesting beyond 200 is an
 * error.
 */
public final class JsonReader {

  private static final int LONGEST_TEXT = 100_000_000;
  private static final int DEEPEST = 200;

  /** Of the files of Python programs: they write {@code NaN} and {@code Infinity} as words. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(1_000_000)
                  .maxNestingDepth(DEEPEST)
                  .build())
          .build();

  private JsonReader() {}

  /** The value in a file, in UTF-8. */
  public static Json read(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      return whole(parser);
    } catch (JacksonException e) {
      throw malformed(file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value in a text that stands in {@code file}. */
  public static Json read(Path file, String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return whole(parser);
    } catch (JacksonException e) {
      throw malformed(file, e);
    }
  }

  private static MalformedFile malformed(Path file, JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    String place =
        at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    return new MalformedFile(file, "not valid JSON" + place + ": " + e.getOriginalMessage(), e);
  }

  private static Json whole(JsonParser parser) {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new StreamReadException(parser, "nothing there");
    }
    Json value = value(parser, first);
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "more after the value");
    }
    return value;
  }

  private static Json value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> Json.of(parser.getString());
      case VALUE_NUMBER_INT -> whole(parser.getNumberType(), parser);
      case VALUE_NUMBER_FLOAT -> Json.of(parser.getDoubleValue());
      case VALUE_TRUE -> Json.of(true);
      case VALUE_FALSE -> Json.of(false);
      case VALUE_NULL -> Json.NULL;
      default -> throw new IllegalStateException("token " + token + " opens no value");
    };
  }

  private static Json whole(JsonParser.NumberType type, JsonParser parser) {
    return switch (type) {
      case INT, LONG -> Json.of(parser.getLongValue());
      default -> Json.of(parser.getDoubleValue());
    };
  }

  private static Json object(JsonParser parser) {
    var members = new LinkedHashMap<String, Json>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      members.put(name, value(parser, parser.nextToken()));
    }
    return new Json.Obj(members);
  }

  private static Json array(JsonParser parser) {
    var elements = new ArrayList<Json>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(value(parser, token));
    }
    return new Json.Arr(elements);
  }
}
