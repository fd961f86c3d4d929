package dev.coderev.model.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsFileTests {

  private static final String FOUR =
      "{\"a\":{\"dtype\":\"I32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}";

  @TempDir private Path folder;

  private static String entry(String dtype, String shape, String offsets) {
    return "{\"a\":{\"dtype\":\""
        + dtype
        + "\",\"shape\":"
        + shape
        + ",\"data_offsets\":"
        + offsets
        + "}}";
  }

  private static String two(String first, String second) {
    return "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":"
        + first
        + "},\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":"
        + second
        + "}}";
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        broken("more data than the tensors take", FOUR, 20, "take 16 bytes of data"),
        broken("less data than the tensors take", FOUR, 14, "take 16 bytes of data"),
        broken("shape and offsets disagree", entry("I32", "[2,2]", "[0,4]"), 4, "takes 16 bytes"),
        broken("offsets run backwards", entry("U8", "[0]", "[4,0]"), 4, "must be [begin, end]"),
        broken("one offset", entry("U8", "[4]", "[0]"), 4, "must be [begin, end]"),
        broken("three offsets", entry("U8", "[4]", "[0,4,8]"), 4, "must be [begin, end]"),
        broken("negative offset", entry("U8", "[4]", "[-4,0]"), 4, "whole numbers"),
        broken("negative dimension", entry("U8", "[-4]", "[0,4]"), 4, "whole numbers"),
        broken(
            "dimension of 2^64 - 2",
            entry("I32", "[2,18446744073709551614]", "[0,16]"),
            16,
            "whole numbers"),
        broken(
            "product beyond 64 bits",
            entry("I32", "[4,9223372036854775807]", "[0,16]"),
            16,
            "64 bits"),
        broken(
            "bytes beyond 64 bits",
            entry("I32", "[1,9223372036854775807]", "[0,16]"),
            16,
            "64 bits"),
        broken("a fraction in the shape", entry("U8", "[4.0]", "[0,4]"), 4, "whole numbers"),
        broken("a text in the shape", entry("U8", "[\"4\"]", "[0,4]"), 4, "whole numbers"),
        broken("shape is no array", entry("U8", "4", "[0,4]"), 4, "must be an array"),
        broken("unknown type", entry("X9", "[4]", "[0,4]"), 4, "dtype X9 is not supported"),
        broken(
            "a block type of another format", entry("Q4_0", "[32]", "[0,18]"), 18, "not supported"),
        broken(
            "type is no text",
            "{\"a\":{\"dtype\":4,\"shape\":[4],\"data_offsets\":[0,4]}}",
            4,
            "dtype must be a text"),
        broken(
            "no type",
            "{\"a\":{\"shape\":[4],\"data_offsets\":[0,4]}}",
            4,
            "needs dtype, shape and data_offsets"),
        broken("no offsets", "{\"a\":{\"dtype\":\"U8\",\"shape\":[4]}}", 4, "needs dtype"),
        broken("entry is no object", "{\"a\":[]}", 0, "must be an object"),
        broken("hole at the start", entry("U8", "[4]", "[2,6]"), 6, "hole after byte 0"),
        broken("hole between", two("[0,4]", "[6,10]"), 10, "hole after byte 4"),
        broken("overlap", two("[0,4]", "[2,6]"), 6, "overlaps what ends at byte 4"),
        broken("same bytes twice", two("[0,4]", "[0,4]"), 4, "overlaps"),
        broken("offsets beyond the file", two("[0,4]", "[4,8]"), 4, "take 8 bytes of data"),
        broken(
            "name twice",
            "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[1,2]}}",
            2,
            "Duplicate"),
        broken("metadata holds a number", "{\"__metadata__\":{\"a\":1}}", 0, "holds texts only"),
        broken("metadata is a text", "{\"__metadata__\":\"pt\"}", 0, "must be an object"),
        broken("header is an array", "[]", 0, "must begin with '{'"),
        broken("header begins with blanks", "\t\n{}", 0, "must begin with '{'"),
        broken("header is empty", "", 0, "must begin with '{'"),
        broken("header is cut", "{", 0, "not valid JSON"),
        broken("header goes on", "{} {}", 0, "goes on after"),
        broken(
            "nesting",
            "{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}",
            0,
            "must be an object"),
        broken(
            "hidden nesting",
            "{\"a\":{\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}}",
            0,
            "not valid JSON"));
  }

  private static Arguments broken(String what, String header, int data, String rule) {
    return Arguments.of(what, SafetensorsBytes.of(header, data), rule);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void refusesWhatBreaksARule(String what, SafetensorsBytes bytes, String rule) throws IOException {
    Path file = bytes.in(folder);
    try (var arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> SafetensorsFile.open(file, arena))
          .as(what)
          .isInstanceOf(MalformedFile.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining(rule);
    }
  }

  @Test
  void refusesHeaderLengthsThatCannotBe() throws IOException {
    byte[] header = FOUR.getBytes(StandardCharsets.UTF_8);
    for (long length : new long[] {-1, Long.MIN_VALUE, 100_000_001, 99_999_999, 100}) {
      Path file = new SafetensorsBytes(header, 16, length).in(folder);
      try (var arena = Arena.ofConfined()) {
        assertThatThrownBy(() -> SafetensorsFile.open(file, arena))
            .isInstanceOf(MalformedFile.class)
            .hasMessageContaining("header");
      }
    }
  }

  @Test
  void refusesFilesThatAreTooShort() throws IOException {
    for (int size : new int[] {0, 1, 7}) {
      Path file = Files.write(folder.resolve("short" + size), new byte[size]);
      try (var arena = Arena.ofConfined()) {
        assertThatThrownBy(() -> SafetensorsFile.open(file, arena))
            .isInstanceOf(MalformedFile.class)
            .hasMessageContaining(size + " bytes");
      }
    }
  }

  @Test
  void refusesHeadersThatAreNotUtf8() throws IOException {
    byte[] header = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    Path file = new SafetensorsBytes(header, 0, header.length).in(folder);
    try (var arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> SafetensorsFile.open(file, arena))
          .hasMessageContaining("not valid UTF-8");
    }
  }

  @Test
  void readsScalarsEmptyTensorsAndPaddedHeaders() throws IOException {
    String header =
        "{\"s\":{\"dtype\":\"I32\",\"shape\":[],\"data_offsets\":[0,4]},"
            + "\"e\":{\"dtype\":\"F32\",\"shape\":[2,0],\"data_offsets\":[4,4]},"
            + "\"__metadata__\":{\"format\":\"pt\"}}  \n";
    Path file = SafetensorsBytes.of(header, 4).in(folder);
    try (var arena = Arena.ofConfined()) {
      var read = SafetensorsFile.open(file, arena);
      assertThat(read.metadata()).containsEntry("format", "pt");
      assertThat(read.tensors().get("s").shape()).isEqualTo(Shape.of());
      assertThat(read.tensors().get("s").dtype()).isEqualTo(DType.I32);
      assertThat(read.tensors().get("e").toFloats()).isEmpty();
    }
  }

  @Test
  void readsTensorsInAnyOrder() throws IOException {
    Path file = SafetensorsBytes.of(two("[4,8]", "[0,4]"), 8).in(folder);
    try (var arena = Arena.ofConfined()) {
      assertThat(SafetensorsFile.open(file, arena).tensors().keySet()).containsExactly("a", "b");
    }
  }

  @Test
  void aThousandTensorsAtOneOffsetAreAnOverlap() throws IOException {
    var header = new StringBuilder("{");
    IntStream.range(0, 1000)
        .forEach(i ->
            header
                .append(i == 0 ? "" : ",")
                .append("\"t")
                .append(i)
                .append("\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}"));
    Path file = SafetensorsBytes.of(header.append('}').toString(), 16).in(folder);
    try (var arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> SafetensorsFile.open(file, arena)).hasMessageContaining("overlaps");
    }
  }
}
