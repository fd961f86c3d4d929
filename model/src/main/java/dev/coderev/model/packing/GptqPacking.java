package dev.coderev.model.packing;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.quantized.GroupedWeight;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layout of AutoGPTQ and GPTQModel.
 *
 * <pre>
 * qweight I32 [in·b/32, out]   codes, packed along in
 * qzeros  I32 [groups, out·b/32]  zero points, packed along out; version 1 stores z − 1
 * scales  F16 [groups, out]
 * g_idx   I32 [in]             the group of each input
 * </pre>
 *
 * @param groupSize −1 for whole rows
 * @param version 1, which every reader knows, or 2, which stores zero points as they are
 * @param byActivation whether inputs are ordered by activation
 * @param trueSequential whether parts of a layer waited for those before them to be quantized
 */
public record GptqPacking(
    int bits,
    int groupSize,
    boolean symmetric,
    int version,
    boolean byActivation,
    boolean trueSequential)
    implements WeightPacking {

  /** Weights that were quantized without waiting for each other. */
  public GptqPacking(
      int bits, int groupSize, boolean symmetric, int version, boolean byActivation) {
    this(bits, groupSize, symmetric, version, byActivation, false);
  }

  private static final String CODES = ".qweight";
  private static final String ZEROS = ".qzeros";
  private static final String SCALES = ".scales";
  private static final String GROUPS = ".g_idx";
  private static final List<String> SUFFIXES = List.of(CODES, ZEROS, SCALES, GROUPS);

  /** The same for weights of other bits. */
  GptqPacking withBits(int others, int size) {
    return new GptqPacking(others, size, symmetric, version, byActivation, trueSequential);
  }

  /** Reads the settings of a directory. */
  static GptqPacking of(JsonObject settings) {
    String format = settings.string("checkpoint_format").orElse("gptq");
    int version =
        switch (format) {
          case "gptq" -> 1;
          case "gptq_v2" -> 2;
          default ->
              throw settings.error(
                  "checkpoint_format",
                  "\"" + format + "\" cannot be read, only \"gptq\" and \"gptq_v2\"");
        };
    int bits = settings.requiredInteger("bits");
    if (bits != 2 && bits != 3 && bits != 4 && bits != 8) {
      throw settings.error("bits", bits + " bits are packed in a way that cannot be read");
    }
    return new GptqPacking(
        bits,
        Packings.groupSize(settings),
        settings.bool("sym", true),
        version,
        settings.bool("desc_act", false),
        settings.bool("true_sequential", false));
  }

  @Override
  public String method() {
    return "gptq";
  }

  @Override
  public boolean holds(QuantizedWeight weight) {
    return weight instanceof GroupedWeight grouped
        && grouped.bits() == bits
        && weight.rows() % 32 == 0
        && weight.columns() % 32 == 0;
  }

  @Override
  public Map<String, Json> settings() {
    var settings = new LinkedHashMap<String, Json>();
    settings.put("bits", Json.of(bits));
    settings.put("group_size", Json.of(groupSize));
    settings.put("desc_act", Json.of(byActivation));
    settings.put("sym", Json.of(symmetric));
    settings.put("lm_head", Json.of(false));
    settings.put("quant_method", Json.of("gptq"));
    settings.put("checkpoint_format", Json.of(version == 1 ? "gptq" : "gptq_v2"));
    settings.put("pack_dtype", Json.of("int32"));
    settings.put("true_sequential", Json.of(trueSequential));
    settings.put("dynamic", Json.NULL);
    settings.put("meta", new Json.Obj(Map.of("quantizer", Json.strings(List.of("coderev:1")))));
    return settings;
  }

  @Override
  public List<TensorSource> split(String weight, QuantizedWeight quantized) {
    var w = (GroupedWeight) quantized;
    String module = WeightPacking.module(weight);
    int out = w.rows();
    int perColumn = w.columns() * bits / 32;
    var codes = new int[perColumn * out];
    for (int o = 0; o < out; o++) {
      int row = o;
      int[] words = BitStream.pack(i -> w.code(row, i), w.columns(), bits);
      for (int r = 0; r < perColumn; r++) {
        codes[r * out + o] = words[r];
      }
    }
    int perGroup = out * bits / 32;
    var zeros = new int[w.groups() * perGroup];
    var scales = new float[w.groups() * out];
    for (int g = 0; g < w.groups(); g++) {
      int group = g;
      int[] words = BitStream.pack(o -> storedZero(w.zero(o, group)), out, bits);
      System.arraycopy(words, 0, zeros, g * perGroup, perGroup);
      for (int o = 0; o < out; o++) {
        scales[g * out + o] = w.scale(o, g);
      }
    }
    var groups = new int[w.columns()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = w.groupOf(i);
    }
    return List.of(
        Parts.ints(module + CODES, Shape.of(perColumn, out), codes),
        Parts.ints(module + ZEROS, Shape.of(w.groups(), perGroup), zeros),
        Parts.halves(module + SCALES, Shape.of(w.groups(), out), scales),
        Parts.ints(module + GROUPS, Shape.of(w.columns()), groups));
  }

  /** A zero point of 0 has no place in version 1, where it would borrow from its neighbour. */
  private int storedZero(int zero) {
    if (version == 1 && zero == 0) {
      throw new IllegalArgumentException("version 1 cannot hold a zero point of 0; use version 2");
    }
    return version == 1 ? zero - 1 : zero;
  }

  @Override
  public Optional<Shape> shape(String weight, StoredParts parts) {
    String module = WeightPacking.module(weight);
    if (parts.find(module + CODES).isEmpty()) {
      return Optional.empty();
    }
    Tensor codes = parts.words(module + CODES);
    long in = codes.shape().dim(0) * 32 / bits;
    long out = codes.shape().dim(1);
    long groups = groupSize == -1 ? 1 : Math.ceilDiv(in, (long) groupSize);
    parts.tensor(module + ZEROS, DType.I32, groups, out * bits / 32);
    parts.tensor(module + SCALES, DType.F16, groups, out);
    return Optional.of(Shape.of(out, in));
  }

  @Override
  public QuantizedWeight join(String weight, StoredParts parts) {
    Shape shape = shape(weight, parts).orElseThrow();
    String module = WeightPacking.module(weight);
    int out = Math.toIntExact(shape.dim(0));
    int in = Math.toIntExact(shape.dim(1));
    int size = groupSize == -1 ? in : groupSize;
    int groups = Math.ceilDiv(in, size);
    int[] packed = StoredParts.ints(parts.tensor(module + CODES));
    var codes = new byte[out * in];
    for (int o = 0; o < out; o++) {
      int column = o;
      for (int i = 0; i < in; i++) {
        codes[o * in + i] = (byte) BitStream.value(r -> packed[r * out + column], i, bits);
      }
    }
    int[] zeroWords = StoredParts.ints(parts.tensor(module + ZEROS));
    float[] stored = parts.tensor(module + SCALES).toFloats();
    var scales = new float[out * groups];
    var zeros = new byte[out * groups];
    int perGroup = out * bits / 32;
    for (int g = 0; g < groups; g++) {
      int start = g * perGroup;
      for (int o = 0; o < out; o++) {
        scales[o * groups + g] = stored[g * out + o];
        zeros[o * groups + g] = (byte) zero(zeroWords, start, o);
      }
    }
    int[] order =
        parts.find(module + GROUPS).isEmpty()
            ? GroupedWeight.inOrder(in, size)
            : StoredParts.ints(parts.tensor(module + GROUPS, DType.I32, in));
    for (int group : order) {
      if (group < 0 || group >= groups) {
        throw parts.error(module + GROUPS, "names group " + group + " of " + groups);
      }
    }
    return new GroupedWeight(out, in, bits, size, codes, scales, zeros, order);
  }

  /** Version 1 adds one to whole words, so that carries go where writers let them borrow. */
  private int zero(int[] words, int start, int index) {
    if (version == 2) {
      return BitStream.value(r -> words[start + r], index, bits);
    }
    if (bits == 3) {
      return BitStream.value(r -> words[start + r], index, bits) + 1 & 7;
    }
    int ones = bits == 2 ? 0x55555555 : bits == 4 ? 0x11111111 : 0x01010101;
    return BitStream.value(r -> words[start + r] + ones, index, bits);
  }

  @Override
  public Optional<String> owner(String tensor, StoredParts parts) {
    return WeightPacking.owner(tensor, SUFFIXES, ".weight");
  }
}
