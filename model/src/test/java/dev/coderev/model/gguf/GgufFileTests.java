package dev.coderev.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.tensor.Shape;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GgufFileTests {

  @TempDir private Path folder;

  private static Arguments broken(String what, GgufBytes bytes, String rule) {
    return Arguments.of(what, bytes, rule);
  }

  private static GgufBytes tensor(String name, long... dims) {
    var bytes = GgufBytes.header(1, 0).text(name).u32(dims.length);
    for (long dim : dims) {
      bytes.u64(dim);
    }
    return bytes;
  }

  static Stream<Arguments> malformed() {
    long huge = 0x7fff_ffff_ffff_ffc0L;
    return Stream.of(
        broken("wrong magic", new GgufBytes().raw("FUGG").u32(3).u64(0).u64(0), "begin with GGUF"),
        broken("nothing", new GgufBytes(), "the file ends at byte 0"),
        broken("magic only", new GgufBytes().raw("GGUF"), "the version"),
        broken("version 0", new GgufBytes().raw("GGUF").u32(0).u64(0).u64(0), "is not 2 or 3"),
        broken("version 1", new GgufBytes().raw("GGUF").u32(1).u64(0).u64(0), "is not 2 or 3"),
        broken("version 4", new GgufBytes().raw("GGUF").u32(4).u64(0).u64(0), "is not 2 or 3"),
        broken(
            "big-endian", new GgufBytes().raw("GGUF").u32(0x03000000).u64(0).u64(0), "big-endian"),
        broken("2^64 - 1 tensors", GgufBytes.header(-1, 0), "the number of tensors"),
        broken("2^64 - 1 keys", GgufBytes.header(0, -1), "the number of keys"),
        broken("more tensors than room", GgufBytes.header(3, 0).zeros(64), "cannot fit"),
        broken("key of 2^64 - 1 bytes", GgufBytes.header(0, 1).u64(-1).zeros(64), "bytes long"),
        broken("key beyond the end", GgufBytes.header(0, 1).u64(100).zeros(64), "the file ends"),
        broken("empty key", GgufBytes.header(0, 1).text("").u32(4).u32(1).zeros(8), "is empty"),
        broken(
            "unknown value type",
            GgufBytes.header(0, 1).text("k").u32(13).zeros(8),
            "value type 13"),
        broken(
            "negative value type", GgufBytes.header(0, 1).text("k").u32(-1).zeros(8), "is unknown"),
        broken(
            "unknown element type",
            GgufBytes.header(0, 1).text("k").u32(9).u32(13).u64(0),
            "value type 13"),
        broken(
            "array of arrays",
            GgufBytes.header(0, 1).text("k").u32(9).u32(9).u64(0),
            "array of arrays"),
        broken(
            "array of 2^64 - 1",
            GgufBytes.header(0, 1).text("k").u32(9).u32(0).u64(-1),
            "do not fit"),
        broken(
            "array of 2^61 doubles",
            GgufBytes.header(0, 1).text("k").u32(9).u32(12).u64(1L << 61),
            "do not fit"),
        broken(
            "more texts than room",
            GgufBytes.header(0, 1).text("k").u32(9).u32(8).u64(1 << 30),
            "do not fit"),
        broken(
            "text in an array beyond the end",
            GgufBytes.header(0, 1).text("k").u32(9).u32(8).u64(1).u64(99),
            "the file ends"),
        broken(
            "text of 2^63 bytes",
            GgufBytes.header(0, 1).text("k").u32(8).u64(1L << 63),
            "bytes long"),
        broken(
            "text that is not UTF-8",
            GgufBytes.header(0, 1).text("k").u32(8).u64(1).u8(0xff),
            "not valid UTF-8"),
        broken("bool of 2", GgufBytes.header(0, 1).text("k").u32(7).u8(2), "must be 0 or 1"),
        broken(
            "key twice",
            GgufBytes.header(0, 2).text("k").u32(4).u32(1).text("k").u32(4).u32(1),
            "stands twice"),
        broken(
            "alignment of 13",
            GgufBytes.header(0, 1).text("general.alignment").u32(4).u32(13),
            "no power of two"),
        broken(
            "alignment of 0",
            GgufBytes.header(0, 1).text("general.alignment").u32(4).u32(0),
            "no power of two"),
        broken(
            "signed alignment",
            GgufBytes.header(0, 1).text("general.alignment").u32(5).u32(32),
            "must be a UINT32"),
        broken(
            "tensor name of 64 bytes",
            tensor("n".repeat(64), 8).u32(0).u64(0).zeros(64),
            "above 63"),
        broken(
            "five dimensions", tensor("t", 1, 1, 1, 1, 1).u32(0).u64(0).zeros(64), "5 dimensions"),
        broken("negative dimension", tensor("t", -4).u32(0).u64(0).zeros(64), "negative dimension"),
        broken(
            "too many elements",
            tensor("t", huge, huge).u32(24).u64(0).zeros(64),
            "too many elements"),
        broken("too many bytes", tensor("t", 1L << 61).u32(0).u64(0).zeros(64), "overflow"),
        broken(
            "more data than the file", tensor("t", huge).u32(24).u64(0).zeros(64), "the file ends"),
        broken("unknown tensor type", tensor("t", 32).u32(99).u64(0).zeros(64), "tensor type 99"),
        broken("row of half a block", tensor("t", 48, 2).u32(2).u64(0).zeros(64), "whole blocks"),
        broken(
            "offset that is not aligned",
            tensor("t", 4).u32(0).u64(4).zeros(64),
            "its offset is 4"),
        broken(
            "hole before a tensor", tensor("t", 4).u32(0).u64(64).zeros(128), "its offset is 64"),
        broken(
            "name twice",
            GgufBytes.header(2, 0).floats("t", 8, 0).floats("t", 8, 32).aligned(32).zeros(64),
            "stands twice"),
        broken(
            "overlap",
            GgufBytes.header(2, 0).floats("t", 8, 0).floats("u", 8, 0).aligned(32).zeros(64),
            "its offset is 0"),
        broken(
            "data cut short",
            GgufBytes.header(1, 0).floats("t", 8, 0).aligned(32).zeros(31),
            "the file ends"),
        broken("no data at all", GgufBytes.header(1, 0).floats("t", 8, 0), "the file ends"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void refusesWhatBreaksARule(String what, GgufBytes bytes, String rule) throws IOException {
    Path file = bytes.in(folder);
    try (var arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> GgufFile.open(file, arena))
          .as(what)
          .isInstanceOf(MalformedFile.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining(rule);
    }
  }

  @Test
  void aTextMayHoldTheCharacterThatStandsForBrokenOnes() throws IOException {
    Path path = GgufBytes.header(0, 1).text("k").u32(8).text("a\ufffdb").in(folder);
    try (Arena arena = Arena.ofConfined()) {
      assertThat(GgufFile.open(path, arena).metadata().get("k"))
          .isEqualTo(new GgufValue.Text("a\ufffdb"));
    }
  }

  @Test
  void readsAnEmptyFile() throws IOException {
    try (var arena = Arena.ofConfined()) {
      var gguf = GgufFile.open(GgufBytes.header(0, 0).in(folder), arena);
      assertThat(gguf.tensors()).isEmpty();
      assertThat(gguf.metadata()).isEmpty();
    }
  }

  @Test
  void readsVersion2AndAnAlignmentOfItsOwn() throws IOException {
    Path file =
        new GgufBytes()
            .raw("GGUF")
            .u32(2)
            .u64(2)
            .u64(1)
            .text("general.alignment")
            .u32(4)
            .u32(1)
            .floats("a", 1, 0)
            .floats("b", 2, 4)
            .zeros(12)
            .in(folder);
    try (var arena = Arena.ofConfined()) {
      var gguf = GgufFile.open(file, arena);
      assertThat(gguf.version()).isEqualTo(2);
      assertThat(gguf.tensors().get("b").shape()).isEqualTo(Shape.of(2));
    }
  }

  @Test
  void readsTensorsWithoutElements() throws IOException {
    Path file = tensor("t", 0, 3).u32(0).u64(0).aligned(32).in(folder);
    try (var arena = Arena.ofConfined()) {
      assertThat(GgufFile.open(file, arena).tensors().get("t").shape()).isEqualTo(Shape.of(3, 0));
    }
  }
}
