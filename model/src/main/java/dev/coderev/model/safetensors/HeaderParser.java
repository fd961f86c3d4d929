package dev.coderev.model.safetensors;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Parses the JSON of a safetensors header as it streams by, so that a hostile header fails at its
 * first wrong entry and never becomes a tree in memory.
 */
final class HeaderParser {

  private static final int MOST_TENSORS = 1_000_000;
  private static final int MOST_DIMENSIONS = 32;
  private static final String METADATA = "__metadata__";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxNameLength(1_000_000)
                  .maxStringLength(100_000_000)
                  .build())
          .build();

  private final Path file;
  private final JsonParser parser;
  private final Map<String, String> metadata = new HashMap<>();
  private final List<SafetensorsHeader.Entry> entries = new ArrayList<>();

  private HeaderParser(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  static SafetensorsHeader parse(Path file, String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new HeaderParser(file, parser).header();
    } catch (JacksonException e) {
      throw new MalformedFile(file, "the header is not valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  private SafetensorsHeader header() {
    expect(parser.nextToken(), JsonToken.START_OBJECT, "the header", "must be a JSON object");
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (name.equals(METADATA)) {
        metadata();
      } else if (entries.size() == MOST_TENSORS) {
        throw new MalformedFile(file, "the header names more than " + MOST_TENSORS + " tensors");
      } else {
        entries.add(entry(name));
      }
    }
    if (parser.nextToken() != null) {
      throw new MalformedFile(file, "the header goes on after its JSON object");
    }
    return new SafetensorsHeader(metadata, entries);
  }

  private void metadata() {
    expect(parser.nextToken(), JsonToken.START_OBJECT, METADATA, "must be an object");
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      expect(parser.nextToken(), JsonToken.VALUE_STRING, METADATA, "holds texts only: " + key);
      metadata.put(key, parser.getString());
    }
  }

  private SafetensorsHeader.Entry entry(String name) {
    String part = "tensor " + name;
    expect(parser.nextToken(), JsonToken.START_OBJECT, part, "its entry must be an object");
    @Nullable DType dtype = null;
    @Nullable List<Long> shape = null;
    @Nullable List<Long> offsets = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      switch (parser.currentName()) {
        case "dtype" -> dtype = dtype(part);
        case "shape" -> shape = wholes(part, "shape");
        case "data_offsets" -> offsets = wholes(part, "data_offsets");
        default -> {
          parser.nextToken();
          parser.skipChildren();
        }
      }
    }
    if (dtype == null || shape == null || offsets == null) {
      throw new MalformedFile(file, part, "needs dtype, shape and data_offsets");
    }
    return checked(part, name, dtype, shape, offsets);
  }

  private SafetensorsHeader.Entry checked(
      String part, String name, DType dtype, List<Long> dims, List<Long> offsets) {
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw new MalformedFile(file, part, "data_offsets must be [begin, end], not " + offsets);
    }
    long bytes;
    Shape shape;
    try {
      shape = new Shape(dims);
      bytes = dtype.bytes(shape.elements());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new MalformedFile(file, part, "shape " + dims + " counts more than 64 bits hold");
    }
    if (offsets.get(1) - offsets.get(0) != bytes) {
      throw new MalformedFile(
          file,
          part,
          dtype + " " + shape + " takes " + bytes + " bytes, but data_offsets are " + offsets);
    }
    return new SafetensorsHeader.Entry(name, dtype, shape, offsets.get(0), offsets.get(1));
  }

  private DType dtype(String part) {
    expect(parser.nextToken(), JsonToken.VALUE_STRING, part, "dtype must be a text");
    String word = parser.getString();
    return plain(word)
        .orElseThrow(() -> new MalformedFile(file, part, "dtype " + word + " is not supported"));
  }

  private static Optional<DType> plain(String word) {
    for (DType dtype : DType.values()) {
      if (!dtype.isBlock() && dtype.name().equals(word)) {
        return Optional.of(dtype);
      }
    }
    return Optional.empty();
  }

  private List<Long> wholes(String part, String key) {
    expect(parser.nextToken(), JsonToken.START_ARRAY, part, key + " must be an array");
    var values = new ArrayList<Long>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.VALUE_NUMBER_INT
          || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          || parser.getLongValue() < 0
          || values.size() == MOST_DIMENSIONS) {
        throw new MalformedFile(
            file,
            part,
            key + " must hold at most " + MOST_DIMENSIONS + " whole numbers from 0 to 2^63 - 1");
      }
      values.add(parser.getLongValue());
    }
    return values;
  }

  private void expect(@Nullable JsonToken token, JsonToken wanted, String part, String rule) {
    if (token != wanted) {
      throw new MalformedFile(file, part, rule);
    }
  }
}
