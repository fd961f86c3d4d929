package dev.coderev.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufWriterTests {

  @TempDir private Path folder;

  private static TensorSource tensor(String name, DType dtype, long... dims) {
    var shape = Shape.of(dims);
    byte[] bytes = new byte[(int) dtype.bytes(shape.elements())];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return TensorSource.of(new Tensor(name, dtype, shape, MemorySegment.ofArray(bytes)));
  }

  private static SequencedMap<String, GgufValue> everyType() {
    var keys = new LinkedHashMap<String, GgufValue>();
    for (GgufType type : GgufType.values()) {
      switch (type) {
        case FLOAT32, FLOAT64 -> keys.put("k." + type, new GgufValue.Real(type, 0.5));
        case BOOL -> keys.put("k." + type, GgufValue.bool(true));
        case STRING -> keys.put("k." + type, GgufValue.text("größer"));
        case ARRAY -> keys.put("k." + type, GgufValue.texts(List.of("a", "", "ß")));
        case INT8, INT16, INT32, INT64 -> keys.put("k." + type, new GgufValue.Whole(type, -3));
        case UINT8, UINT16, UINT32, UINT64 -> keys.put("k." + type, new GgufValue.Whole(type, 200));
      }
    }
    keys.put("k.ints", GgufValue.ints(new int[] {1, -2}));
    keys.put("k.floats", GgufValue.floats(new float[] {1.5f, -2}));
    return keys;
  }

  @Test
  void readsBackEveryTypeOfValue() throws IOException {
    Path file = folder.resolve("v.gguf");
    var keys = everyType();
    GgufWriter.write(file, keys, List.of());
    try (var arena = Arena.ofConfined()) {
      var read = GgufFile.open(file, arena).metadata();
      assertThat(read.keySet()).containsExactlyElementsOf(keys.keySet());
      keys.forEach((key, value) -> {
        if (!(value instanceof GgufValue.Array)) {
          assertThat(read.get(key)).isEqualTo(value);
        }
      });
      assertThat(((GgufValue.Array) read.get("k.ARRAY")).texts()).containsExactly("a", "", "ß");
      assertThat(((GgufValue.Array) read.get("k.ints")).ints()).containsExactly(1, -2);
      assertThat(((GgufValue.Array) read.get("k.floats")).floats()).containsExactly(1.5f, -2f);
      assertThatThrownBy(() -> ((GgufValue.Array) read.get("k.floats")).texts())
          .hasMessageContaining("FLOAT32");
    }
  }

  @Test
  void readsBackEveryTypeOfTensorAndWritesTheSameAgain() throws IOException {
    Path file = folder.resolve("t.gguf");
    List<TensorSource> tensors =
        IntStream.range(0, DType.values().length)
            .mapToObj(i -> DType.values()[i])
            .filter(dtype -> TensorTypes.number(dtype).isPresent())
            .map(dtype -> tensor("t." + dtype, dtype, 3, 2 * Math.max(8, dtype.blockElements())))
            .toList();
    GgufWriter.write(file, everyType(), tensors);
    Path again = folder.resolve("again.gguf");
    try (var arena = Arena.ofConfined()) {
      var read = GgufFile.open(file, arena);
      assertThat(read.tensors()).hasSize(tensors.size());
      for (TensorSource tensor : tensors) {
        Tensor back = read.tensors().get(tensor.name());
        assertThat(back.shape()).isEqualTo(tensor.shape());
        assertThat(back.dtype()).isEqualTo(tensor.dtype());
      }
      GgufWriter.write(
          again, read.metadata(), read.tensors().values().stream().map(TensorSource::of).toList());
    }
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @Test
  void refusesWhatTheFormatCannotHold() {
    Path file = folder.resolve("x.gguf");
    var none = new LinkedHashMap<String, GgufValue>();
    assertThatThrownBy(
            () -> GgufWriter.write(file, none, List.of(tensor("n".repeat(64), DType.F32, 1))))
        .hasMessageContaining("no name as long");
    assertThatThrownBy(() -> GgufWriter.write(file, none, List.of(tensor("t", DType.U64, 1))))
        .hasMessageContaining("cannot hold U64");
    assertThatThrownBy(
            () -> GgufWriter.write(file, none, List.of(tensor("t", DType.F32, 1, 1, 1, 1, 1))))
        .hasMessageContaining("too many dimensions");
    var twice = List.of(tensor("t", DType.F32, 1), tensor("t", DType.F32, 1));
    assertThatThrownBy(() -> GgufWriter.write(file, none, twice))
        .hasMessageContaining("two tensors");
  }
}
