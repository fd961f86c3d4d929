package dev.coderev.model.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.convert.Quantization.Quantized;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantizer.DenseWeight;
import dev.coderev.model.quantizer.Hessian;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.transformer.Adapter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantizationTests {

  private static final String QUERY = "model.layers.1.self_attn.q_proj.weight";

  @TempDir private Path folder;

  private Path source(String shape, DType dtype) {
    Path target = folder.resolve(shape + dtype);
    RandomCheckpoint.write(target, shape, Presets.all().get(shape), dtype, 5);
    return target;
  }

  private static QuantizationRecipe recipe(Method method, int bits, int size, boolean even) {
    return new QuantizationRecipe(method, bits, size, even, false, Layout.GPTQ);
  }

  private Path quantize(Path from, String to, QuantizationRecipe recipe) {
    Path target = folder.resolve(to);
    new Quantization(from, target, recipe, Optional.empty()).run(it -> {});
    return target;
  }

  private static float[] logits(Path model, int[] tokens) {
    try (LoadedModel loaded =
            LoadedModel.open(model, new RuntimeOptions(1, KvPrecision.F16, tokens.length));
        KvSequence cache = loaded.cache().open()) {
      return loaded.transformer().prefill(cache, Adapter.NONE, tokens);
    }
  }

  private static int[] tokens(int seed, int count) {
    return new Random(seed).ints(count, 0, 500).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "NF4, 4, 64, true, true, GPTQ, F32, bitsandbytes nf4/64+double",
    "NF4, 4, 64, true, false, GPTQ, F32, bitsandbytes nf4/64",
    "FP4, 4, 128, true, false, GPTQ, F32, bitsandbytes fp4/128",
    "INT8, 8, 64, true, false, GPTQ, F32, bitsandbytes int8/row",
    "RTN, 4, 32, true, false, GPTQ, Q4_0, gptq 4-bit/32",
    "RTN, 3, 32, true, false, GPTQ, Q4_0, gptq 3-bit/32",
    "RTN, 4, 32, false, false, GPTQ, Q8_0, gptq 4-bit/32+",
    "RTN, 4, 32, false, false, AWQ, Q8_0, awq 4-bit/32+",
    "RTN, 4, -1, true, false, COMPRESSED_TENSORS, Q4_0, compressed-tensors 4-bit/64",
    "RTN, 8, 32, true, false, COMPRESSED_TENSORS, Q8_0, compressed-tensors 8-bit/32",
    "RTN, 8, 32, false, false, GPTQ, F16, gptq 8-bit/32+",
  })
  void writtenDirectoriesAreReadAgain(
      Method method,
      int bits,
      int size,
      boolean even,
      boolean doubled,
      Layout layout,
      DType loaded,
      String words) {
    Path plain = source("tiny-qwen2", DType.F32);
    var recipe = new QuantizationRecipe(method, bits, size, even, doubled, layout);
    Path target = quantize(plain, "q", recipe);
    try (Checkpoint one = Checkpoint.open(plain);
        Checkpoint other = Checkpoint.open(target);
        var workers = new Workers(1)) {
      assertThat(other.quantization()).contains(words);
      assertThat(other.names())
          .containsExactlyInAnyOrderElementsOf(WeightShapes.of(one.config()).keySet());
      Tensor weight = other.tensor(QUERY);
      assertThat(weight.dtype()).isEqualTo(loaded);
      float[] expected =
          recipe
              .quantizer(QUERY)
              .quantize(DenseWeight.of(one.tensor(QUERY)), Hessian.identity(1), workers)
              .weight()
              .toFloats();
      if (loaded == DType.F16) {
        for (int i = 0; i < expected.length; i++) {
          expected[i] = Float.float16ToFloat(Float.floatToFloat16(expected[i]));
        }
      }
      assertThat(weight.toFloats()).containsExactly(expected);
      assertThat(other.find(QUERY.replace(".weight", ".bias"))).isPresent();
    }
    assertThat(target.resolve("tokenizer.json")).exists();
    int[] tokens = tokens(1, 20);
    float[] before = logits(plain, tokens);
    float[] after = logits(target, tokens);
    assertThat(distance(before, after)).isGreaterThan(0).isLessThan(bits == 3 ? 1.0 : 0.6);
  }

  /** Of two vectors, relative to the length of the first. */
  private static double distance(float[] one, float[] other) {
    double error = 0;
    double norm = 0;
    for (int i = 0; i < one.length; i++) {
      error += Math.pow((double) one[i] - other[i], 2);
      norm += Math.pow(one[i], 2);
    }
    return Math.sqrt(error / norm);
  }

  @Test
  void gptqKeepsWhatLayersGiveBetterThanRounding() {
    Path plain = source("tiny-llama", DType.F32);
    var sequences = new ArrayList<int[]>();
    for (int i = 0; i < 24; i++) {
      sequences.add(tokens(i, 40));
    }
    Path rounded = quantize(plain, "rtn", recipe(Method.RTN, 3, 32, true));
    Path target = folder.resolve("gptq");
    var notes = new ArrayList<String>();
    List<Quantized> done =
        new Quantization(
                plain,
                target,
                recipe(Method.GPTQ, 3, 32, true),
                Optional.of(new Calibration(sequences)))
            .run(it -> notes.addAll(it.notes()));
    assertThat(notes).isEmpty();
    assertThat(done).hasSize(3 * 7).allMatch(it -> it.format().equals("3-bit/32"));
    assertThat(target.resolve("quantize_config.json")).content().contains("\"bits\": 3");
    double byRounding = 0;
    double byGptq = 0;
    for (int seed = 100; seed < 108; seed++) {
      int[] tokens = tokens(seed, 30);
      float[] before = logits(plain, tokens);
      byRounding += distance(before, logits(rounded, tokens));
      byGptq += distance(before, logits(target, tokens));
    }
    assertThat(byGptq).isLessThan(byRounding);
  }

  @Test
  void refusesAndLeavesNothingBehind() throws IOException {
    Path plain = source("tiny-llama", DType.F32);
    Path target = folder.resolve("out");
    assertThatThrownBy(() -> quantize(plain, "out", recipe(Method.RTN, 4, 128, true)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("groups of 128 do not fill rows of 64");
    assertThatThrownBy(() -> quantize(plain, "out", recipe(Method.GPTQ, 4, 32, true)))
        .hasMessageContaining("give a calibration text");
    Path packed = quantize(plain, "packed", recipe(Method.NF4, 4, 64, true));
    assertThatThrownBy(() -> quantize(packed, "out", recipe(Method.RTN, 4, 32, true)))
        .hasMessageContaining("is quantized already (bitsandbytes nf4/64)");
    Path blocks = folder.resolve("blocks.gguf");
    ModelConfig config = Presets.all().get("tiny-llama");
    RandomCheckpoint.write(blocks, "tiny-llama", config, DType.Q8_0, 5);
    assertThatThrownBy(() -> quantize(blocks, "out", recipe(Method.RTN, 4, 32, true)))
        .hasMessageContaining("is quantized already");
    spoil(plain);
    assertThatThrownBy(() -> quantize(plain, "out", recipe(Method.NF4, 4, 64, true)))
        .hasMessageContaining("element 3 is NaN; only finite weights are quantized");
    var texts = List.of(new Random(1).ints(300, 0, 500).toArray());
    var gptq =
        new Quantization(
            plain, target, recipe(Method.GPTQ, 4, 32, true), Optional.of(new Calibration(texts)));
    var begun = new ArrayList<String>();
    assertThatThrownBy(() -> gptq.run(it -> begun.add(it.name())))
        .hasMessageContaining("element 3 is NaN");
    assertThat(begun).isEmpty();
    assertThat(target).doesNotExist();
    try (var files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString())).noneMatch(it -> it.startsWith("."));
    }
  }

  /** Writes a NaN over element 3 of a weight. */
  private static void spoil(Path directory) throws IOException {
    float[] values;
    try (Checkpoint checkpoint = Checkpoint.open(directory)) {
      values = checkpoint.tensor(QUERY).toFloats();
    }
    Path file = directory.resolve("model.safetensors");
    byte[] all = Files.readAllBytes(file);
    byte[] head = new byte[16];
    ByteBuffer floats = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 4; i++) {
      floats.putFloat(values[i]);
    }
    int at = 0;
    while (ByteBuffer.wrap(all, at, 16).compareTo(ByteBuffer.wrap(head)) != 0) {
      at++;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var nan = ByteBuffer.allocate(Float.BYTES);
      nan.order(ByteOrder.LITTLE_ENDIAN).putFloat(Float.NaN).flip();
      channel.write(nan, at + 12);
    }
  }

  @Test
  void saysWhichRecipesMakeNoSense() {
    assertThatThrownBy(() -> recipe(Method.NF4, 8, 64, true)).hasMessageContaining("4 bits");
    assertThatThrownBy(() -> recipe(Method.NF4, 4, 48, true).quantizer(QUERY))
        .hasMessageContaining("power of two");
    assertThatThrownBy(() -> new QuantizationRecipe(Method.RTN, 4, 32, true, true, Layout.GPTQ))
        .hasMessageContaining("double quantization");
    assertThatThrownBy(() -> new QuantizationRecipe(Method.RTN, 3, 32, false, false, Layout.AWQ))
        .hasMessageContaining("AWQ");
    assertThatThrownBy(
            () -> new QuantizationRecipe(Method.RTN, 3, 32, true, false, Layout.COMPRESSED_TENSORS))
        .hasMessageContaining("4 or 8 bits");
    assertThatThrownBy(() -> recipe(Method.RTN, 5, 32, true).quantizer(QUERY))
        .hasMessageContaining("2, 3, 4 or 8");
    List<int[]> repeated = List.of(new int[400]);
    assertThatThrownBy(() -> new Calibration(repeated))
        .hasMessageContaining("the text gives 400 and 1");
  }

  @Test
  void ggufFloatsAreASourceToo() {
    Path file = folder.resolve("m.gguf");
    RandomCheckpoint.write(file, "tiny-llama", Presets.all().get("tiny-llama"), DType.F16, 5);
    Path target = quantize(file, "from-gguf", recipe(Method.RTN, 8, 32, true));
    assertThat(target.resolve("tokenizer.json")).exists();
    int[] tokens = tokens(2, 12);
    assertThat(distance(logits(file, tokens), logits(target, tokens))).isLessThan(0.05);
  }
}
