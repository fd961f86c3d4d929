package dev.coderev.model.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTests {

  @TempDir private Path folder;

  private static TensorSource bytes(String name, DType dtype, long... dims) {
    var shape = Shape.of(dims);
    byte[] content = new byte[(int) dtype.bytes(shape.elements())];
    Arrays.fill(content, (byte) name.charAt(0));
    return new TensorSource(name, dtype, shape, out -> out.write(ByteBuffer.wrap(content)));
  }

  @Test
  void ordersByWidthThenNameAndPadsTheHeader() throws IOException {
    Path file = folder.resolve("m.safetensors");
    SafetensorsWriter.write(
        file,
        List.of(
            bytes("z", DType.U8, 3),
            bytes("b", DType.BF16, 1),
            bytes("h", DType.F16, 1),
            bytes("f2", DType.F32, 1),
            bytes("f10", DType.F32, 1),
            bytes("l", DType.I64)),
        Map.of("format", "pt"));
    byte[] all = Files.readAllBytes(file);
    int length = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getInt();
    assertThat(length % 8).isZero();
    assertThat(new String(all, 8, length, StandardCharsets.UTF_8))
        .startsWith(
            "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"l\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]},"
                + "\"f10\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]},"
                + "\"f2\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[12,16]},"
                + "\"b\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[16,18]},"
                + "\"h\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[18,20]},"
                + "\"z\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[20,23]}}");
    assertThat(new String(all, 8 + length, 23, StandardCharsets.UTF_8))
        .isEqualTo("llllllllffffffffbbhhzzz");
  }

  @Test
  void writesWhatItRead() throws IOException {
    Path first = folder.resolve("first");
    SafetensorsWriter.write(
        first, List.of(bytes("a", DType.F32, 2, 2), bytes("b", DType.I8, 5)), Map.of("k", "v"));
    Path second = folder.resolve("second");
    try (var arena = Arena.ofConfined()) {
      var read = SafetensorsFile.open(first, arena);
      SafetensorsWriter.write(
          second, read.tensors().values().stream().map(TensorSource::of).toList(), read.metadata());
    }
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void splitsIntoShardsThatTheIndexNames() throws IOException {
    SafetensorsShards.write(
        folder,
        List.of(bytes("a", DType.U8, 60), bytes("b", DType.U8, 60), bytes("c", DType.U8, 30)),
        100);
    assertThat(folder.resolve("model-00001-of-00002.safetensors")).exists();
    assertThat(folder.resolve("model.safetensors.index.json"))
        .content()
        .contains("\"total_size\": 150")
        .contains("\"c\": \"model-00002-of-00002.safetensors\"");
    try (var arena = Arena.ofConfined()) {
      var tensors = SafetensorsShards.open(folder, arena);
      assertThat(tensors.keySet()).containsExactlyInAnyOrder("a", "b", "c");
      assertThat(tensors.get("c").at(29)).isEqualTo('c');
    }
  }

  @Test
  void refusesAnIndexThatDoesNotFitItsShards() throws IOException {
    SafetensorsShards.write(
        folder, List.of(bytes("a", DType.U8, 60), bytes("b", DType.U8, 60)), 60);
    Path index = folder.resolve("model.safetensors.index.json");
    String right = Files.readString(index);
    String[][] wrong = {
      {"\"b\"", "\"c\"", "names nothing"},
      {
        "\"a\": \"model-00001-of-00002",
        "\"a\": \"model-00002-of-00002",
        "is in the index but not here"
      },
      {"model-00002-of-00002", "model-00003-of-00002", "is missing"},
      {"model-00002-of-00002", "../model-00002-of-00002", "no file name"},
      {"\"weight_map\"", "\"map\"", "is required"}
    };
    for (String[] change : wrong) {
      Files.writeString(index, right.replace(change[0], change[1]));
      try (var arena = Arena.ofConfined()) {
        assertThatThrownBy(() -> SafetensorsShards.open(folder, arena))
            .as(change[1])
            .isInstanceOf(MalformedFile.class)
            .hasMessageContaining(change[2]);
      }
    }
  }

  @Test
  void refusesWhatTheFormatCannotHold() {
    Path file = folder.resolve("m");
    assertThatThrownBy(
            () -> SafetensorsWriter.write(file, List.of(bytes("q", DType.Q8_0, 32)), Map.of()))
        .hasMessageContaining("cannot hold Q8_0");
    var same = List.of(bytes("a", DType.U8, 1), bytes("a", DType.U8, 1));
    assertThatThrownBy(() -> SafetensorsWriter.write(file, same, Map.of()))
        .hasMessageContaining("two tensors");
    var liar =
        new TensorSource("a", DType.U8, Shape.of(2), out -> out.write(ByteBuffer.allocate(1)));
    assertThatThrownBy(() -> SafetensorsWriter.write(file, List.of(liar), Map.of()))
        .hasMessageContaining("wrote 1 of 2");
  }

  @Test
  void refusesADirectoryWithoutTensors() {
    try (var arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> SafetensorsShards.open(folder, arena))
          .hasMessageContaining("holds neither");
    }
  }
}
