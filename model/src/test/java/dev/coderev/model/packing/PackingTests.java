package dev.coderev.model.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonReader;
import dev.coderev.model.quantized.BlockScales;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.quantized.CodebookWeight;
import dev.coderev.model.quantized.GroupedWeight;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.quantized.RowScaledWeight;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTests {

  private static final String WEIGHT = "model.layers.0.mlp.up_proj.weight";
  private static final String MODULE = "model.layers.0.mlp.up_proj";
  private static final Path DIRECTORY = Path.of("d");

  private static GroupedWeight grouped(int rows, int columns, int bits, int size, boolean even) {
    var random = new Random(bits * 100L + size);
    int group = size == -1 ? columns : size;
    int groups = columns / group;
    var codes = new byte[rows * columns];
    var zeros = new byte[rows * groups];
    var scales = new float[rows * groups];
    int most = (1 << bits) - 1;
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) random.nextInt(most + 1);
    }
    for (int i = 0; i < scales.length; i++) {
      zeros[i] = (byte) (even ? 1 << (bits - 1) : 1 + random.nextInt(most));
      scales[i] = Float.float16ToFloat(Float.floatToFloat16(random.nextFloat() + 0.01f));
    }
    return new GroupedWeight(
        rows, columns, bits, group, codes, scales, zeros, GroupedWeight.inOrder(columns, group));
  }

  private static StoredParts stored(List<TensorSource> parts) {
    var tensors = new LinkedHashMap<String, Tensor>();
    for (TensorSource part : parts) {
      tensors.put(
          part.name(),
          new Tensor(part.name(), part.dtype(), part.shape(), MemorySegment.ofArray(bytes(part))));
    }
    return new StoredParts(DIRECTORY, tensors);
  }

  private static byte[] bytes(TensorSource part) {
    var bytes = new ByteArrayOutputStream();
    try (var channel = Channels.newChannel(bytes)) {
      part.content().writeTo(channel);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static JsonObject settings(Map<String, Json> members) {
    return JsonObject.of(DIRECTORY, new Json.Obj(members));
  }

  private static JsonObject settings(String json) {
    return JsonObject.of(DIRECTORY, JsonReader.read(DIRECTORY, json));
  }

  /** Splits, reads by the settings alone, and splits again. */
  private static void comesBack(WeightPacking packing, QuantizedWeight weight) {
    assertThat(packing.holds(weight)).isTrue();
    List<TensorSource> parts = packing.split(WEIGHT, weight);
    StoredParts stored = stored(parts);
    WeightPacking read = Packings.of(settings(packing.settings()));
    assertThat(read).isEqualTo(packing);
    assertThat(read.shape(WEIGHT, stored).orElseThrow().dims())
        .containsExactly((long) weight.rows(), (long) weight.columns());
    QuantizedWeight joined = read.join(WEIGHT, stored);
    assertThat(joined.toFloats()).containsExactly(weight.toFloats());
    assertThat(joined.format()).isEqualTo(weight.format());
    List<TensorSource> again = read.split(WEIGHT, joined);
    assertThat(again).hasSameSizeAs(parts);
    for (int i = 0; i < parts.size(); i++) {
      assertThat(again.get(i).name()).isEqualTo(parts.get(i).name());
      assertThat(bytes(again.get(i))).isEqualTo(bytes(parts.get(i)));
      String name = parts.get(i).name();
      assertThat(name.equals(WEIGHT) || read.owner(name, stored).orElse("").equals(WEIGHT))
          .as(name)
          .isTrue();
    }
    assertThat(read.shape("model.norm.weight", stored)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 32, true, 1", "2, 64, false, 2", "3, 32, true, 1", "3, 128, false, 2", "3, -1, false, 1",
    "4, 32, true, 1", "4, 64, false, 1", "4, 128, true, 2", "4, -1, true, 1", "8, 32, true, 1",
    "8, 128, false, 2"
  })
  void gptqComesBack(int bits, int size, boolean even, int version) {
    comesBack(
        new GptqPacking(bits, size, even, version, false), grouped(64, 128, bits, size, even));
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 128, -1})
  void awqComesBack(int size) {
    comesBack(new AwqPacking(size), grouped(40, 128, 4, size, false));
  }

  @ParameterizedTest
  @CsvSource({"4, 32, true", "4, 128, false", "8, 64, true", "8, -1, false"})
  void compressedTensorsComeBack(int bits, int size, boolean even) {
    comesBack(new CompressedPacking(bits, size, even), grouped(32, 128, bits, size, even));
  }

  @ParameterizedTest
  @CsvSource({"NF4, false", "NF4, true", "FP4, false", "FP4, true"})
  void codebooksComeBack(Codebook book, boolean doubled) {
    int blocks = 30 * 70 / 64 + 1;
    var random = new Random(3);
    var packed = new byte[30 * 70 / 2];
    random.nextBytes(packed);
    var absmax = new float[blocks];
    var codes = new byte[blocks];
    random.nextBytes(codes);
    for (int i = 0; i < blocks; i++) {
      absmax[i] = random.nextFloat();
    }
    BlockScales scales =
        doubled
            ? new BlockScales.Doubled(codes, new float[] {0.3f}, 0.01234f)
            : new BlockScales.Plain(absmax);
    comesBack(
        new BitsandbytesPacking(false, book, doubled, "bfloat16"),
        new CodebookWeight(30, 70, book, 64, packed, scales));
  }

  @Test
  void rowsOfBytesComeBack() {
    var codes = new byte[3 * 5];
    new Random(1).nextBytes(codes);
    comesBack(
        new BitsandbytesPacking(true, Codebook.NF4, false, "float16"),
        new RowScaledWeight(3, 5, codes, new float[] {1, 2.5f, 0}));
  }

  @Test
  void columnsOrderedByActivationComeBack() {
    GroupedWeight plain = grouped(32, 64, 4, 32, true);
    var codes = new byte[32 * 64];
    var scales = new float[32 * 2];
    for (int o = 0; o < 32; o++) {
      for (int i = 0; i < 64; i++) {
        codes[o * 64 + i] = (byte) plain.code(o, i);
      }
      scales[2 * o] = plain.scale(o, 0);
      scales[2 * o + 1] = plain.scale(o, 1);
    }
    var zeros = new byte[64];
    Arrays.fill(zeros, (byte) 8);
    var order = new int[64];
    Arrays.setAll(order, i -> i % 2);
    comesBack(
        new GptqPacking(4, 32, true, 1, true),
        new GroupedWeight(32, 64, 4, 32, codes, scales, zeros, order));
  }

  @Test
  void symmetricZeroPointsAreTheWordsThatReadersKnow() {
    GroupedWeight weight = grouped(32, 32, 4, 32, true);
    assertThat(zeros(new GptqPacking(4, 32, true, 1, false), weight)).containsOnly(0x77777777);
    assertThat(zeros(new GptqPacking(4, 32, true, 2, false), weight)).containsOnly(0x88888888);
  }

  private static int[] zeros(WeightPacking packing, GroupedWeight weight) {
    return StoredParts.ints(stored(packing.split(WEIGHT, weight)).tensor(MODULE + ".qzeros"));
  }

  @Test
  void gptqPacksInputsLowBitsFirst() {
    GroupedWeight weight = grouped(32, 32, 4, 32, true);
    StoredParts parts = stored(new GptqPacking(4, 32, true, 1, false).split(WEIGHT, weight));
    int[] words = StoredParts.ints(parts.tensor(MODULE + ".qweight")); // [4, 32]
    for (int j = 0; j < 8; j++) {
      assertThat(words[2 * 32 + 5] >>> (4 * j) & 15).isEqualTo(weight.code(5, 2 * 8 + j));
    }
  }

  @Test
  void awqInterleavesOutputs() {
    GroupedWeight weight = grouped(16, 32, 4, 32, false);
    StoredParts parts = stored(new AwqPacking(32).split(WEIGHT, weight));
    int[] words = StoredParts.ints(parts.tensor(MODULE + ".qweight")); // [32, 2]
    int[] order = {0, 2, 4, 6, 1, 3, 5, 7};
    for (int i = 0; i < 8; i++) {
      assertThat(words[3 * 2 + 1] >>> (4 * i) & 15).isEqualTo(weight.code(8 + order[i], 3));
      assertThat(AwqPacking.output(i)).isEqualTo(order[i]);
    }
  }

  @Test
  void quantStateIsWhatPythonWrites() {
    var scales = new BlockScales.Doubled(new byte[2], new float[] {1}, 0.5f);
    var weight = new CodebookWeight(2, 64, Codebook.NF4, 64, new byte[64], scales);
    assertThat(QuantState.of(weight, "bfloat16").json())
        .isEqualTo(
            "{\"quant_type\": \"nf4\", \"blocksize\": 64, \"dtype\": \"bfloat16\", \"shape\": [2,"
                + " 64], \"nested_blocksize\": 256, \"nested_dtype\": \"float32\","
                + " \"nested_offset\": 0.5}");
    assertThat(QuantState.python(1e-5)).isEqualTo("1e-05");
    assertThat(QuantState.python(0.00025)).isEqualTo("0.00025");
    assertThat(QuantState.python(1.5e20)).isEqualTo("1.5e+20");
    assertThat(QuantState.python(12345678.0)).isEqualTo("12345678.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"quant_method\": \"hqq\"} | is not one of gptq, awq",
        "{\"quant_method\": \"gptq\", \"bits\": 5, \"group_size\": 32} | 5 bits",
        "{\"quant_method\": \"gptq\", \"bits\": 4, \"group_size\": 0} | must be positive",
        "{\"quant_method\": \"gptq\", \"checkpoint_format\": \"gptq_p\"} | cannot be read",
        "{\"quant_method\": \"awq\", \"bits\": 4, \"version\": \"gemv\"} | only \"gemm\"",
        "{\"quant_method\": \"awq\", \"bits\": 4, \"zero_point\": false} | must be true",
        "{\"quant_method\": \"bitsandbytes\"} | one of them",
        "{\"quant_method\": \"bitsandbytes\", \"load_in_4bit\": true,"
            + " \"bnb_4bit_quant_type\": \"nf5\"} | not one of nf4, fp4",
        "{\"quant_method\": \"bitsandbytes\", \"load_in_4bit\": true,"
            + " \"bnb_4bit_quant_storage\": \"bfloat16\"} | only \"uint8\"",
        "{\"quant_method\": \"compressed-tensors\", \"format\": \"float\"} | cannot be read",
        "{\"quant_method\": \"compressed-tensors\", \"format\": \"pack-quantized\"} | one group"
      })
  void refusesWhatItCannotRead(String json, String message) {
    JsonObject settings = settings(json);
    assertThatThrownBy(() -> Packings.of(settings))
        .isInstanceOf(MalformedFile.class)
        .hasMessageContaining(message);
  }

  @Test
  void namesThePartThatDoesNotFit() {
    var packing = new GptqPacking(4, 32, true, 1, false);
    StoredParts parts = stored(packing.split(WEIGHT, grouped(32, 64, 4, 32, true)));
    var fewer = new LinkedHashMap<>(parts.tensors());
    fewer.remove(MODULE + ".scales");
    assertThatThrownBy(() -> packing.shape(WEIGHT, new StoredParts(DIRECTORY, fewer)))
        .isInstanceOf(MalformedFile.class)
        .hasMessageContaining(MODULE + ".scales: is missing");
    var other = new GptqPacking(4, 64, true, 1, false);
    assertThatThrownBy(() -> other.shape(WEIGHT, parts))
        .hasMessageContaining(".qzeros: is I32 [2, 4], must be I32 [1, 4]");
  }
}
