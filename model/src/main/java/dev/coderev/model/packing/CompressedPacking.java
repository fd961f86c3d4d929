package dev.coderev.model.packing;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.quantized.GroupedWeight;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code pack-quantized} layout of compressed-tensors: 4 or 8 bits, packed along in.
 *
 * <pre>
 * weight_packed      I32 [out, in·b/32]      value + 2^(b−1)
 * weight_scale       F16 [out, groups]
 * weight_zero_point  I32 [out·b/32, groups]  packed along out; asymmetric weights only
 * weight_shape       I64 [2]
 * </pre>
 *
 * @param groupSize −1 for whole rows
 */
public record CompressedPacking(int bits, int groupSize, boolean symmetric)
    implements WeightPacking {

  private static final String CODES = "_packed";
  private static final String SCALES = "_scale";
  private static final String ZEROS = "_zero_point";
  private static final String SHAPE = "_shape";
  private static final List<String> SUFFIXES = List.of(CODES, SCALES, ZEROS, SHAPE);

  /** Reads the settings of a directory. */
  static CompressedPacking of(JsonObject settings) {
    String format = settings.string("format").orElse("");
    if (!format.equals("pack-quantized")) {
      throw settings.error("format", "\"" + format + "\" cannot be read, only \"pack-quantized\"");
    }
    JsonObject weights =
        settings
            .object("config_groups")
            .filter(groups -> groups.members().size() == 1)
            .flatMap(groups -> groups.object(groups.members().keySet().iterator().next()))
            .flatMap(group -> group.object("weights"))
            .orElseThrow(() -> settings.error("config_groups", "must hold one group of weights"));
    int bits = weights.requiredInteger("num_bits");
    if ((bits != 4 && bits != 8) || !weights.string("type").orElse("int").equals("int")) {
      throw weights.error("num_bits", "only integers of 4 or 8 bits can be read");
    }
    boolean channel = weights.string("strategy").orElse("group").equals("channel");
    return new CompressedPacking(
        bits, channel ? -1 : Packings.groupSize(weights), weights.bool("symmetric", true));
  }

  @Override
  public String method() {
    return "compressed-tensors";
  }

  @Override
  public boolean holds(QuantizedWeight weight) {
    return weight instanceof GroupedWeight grouped
        && grouped.bits() == bits
        && grouped.isInOrder()
        && (symmetric ? grouped.isSymmetric() : weight.rows() * bits % 32 == 0)
        && weight.columns() * bits % 32 == 0;
  }

  @Override
  public Map<String, Json> settings() {
    var weights = new LinkedHashMap<String, Json>();
    weights.put("num_bits", Json.of(bits));
    weights.put("type", Json.of("int"));
    weights.put("symmetric", Json.of(symmetric));
    weights.put("strategy", Json.of(groupSize == -1 ? "channel" : "group"));
    weights.put("group_size", groupSize == -1 ? Json.NULL : Json.of(groupSize));
    var group = new LinkedHashMap<String, Json>();
    group.put("targets", Json.strings(List.of("Linear")));
    group.put("weights", new Json.Obj(weights));
    group.put("input_activations", Json.NULL);
    group.put("output_activations", Json.NULL);
    var settings = new LinkedHashMap<String, Json>();
    settings.put("quant_method", Json.of(method()));
    settings.put("format", Json.of("pack-quantized"));
    settings.put("quantization_status", Json.of("compressed"));
    settings.put("ignore", Json.strings(List.of("lm_head")));
    settings.put("config_groups", new Json.Obj(Map.of("group_0", new Json.Obj(group))));
    return settings;
  }

  @Override
  public List<TensorSource> split(String weight, QuantizedWeight quantized) {
    var w = (GroupedWeight) quantized;
    int rows = w.rows();
    int words = w.columns() * bits / 32;
    var codes = new int[rows * words];
    var scales = new float[rows * w.groups()];
    for (int o = 0; o < rows; o++) {
      int row = o;
      int[] packed = BitStream.pack(i -> w.code(row, i), w.columns(), bits);
      System.arraycopy(packed, 0, codes, o * words, words);
      for (int g = 0; g < w.groups(); g++) {
        scales[o * w.groups() + g] = w.scale(o, g);
      }
    }
    var parts = new ArrayList<TensorSource>();
    parts.add(Parts.ints(weight + CODES, Shape.of(rows, words), codes));
    parts.add(Parts.halves(weight + SCALES, Shape.of(rows, w.groups()), scales));
    parts.add(Parts.longs(weight + SHAPE, rows, w.columns()));
    if (!symmetric) {
      parts.add(zeros(weight, w));
    }
    return parts;
  }

  private TensorSource zeros(String weight, GroupedWeight w) {
    int words = w.rows() * bits / 32;
    var zeros = new int[words * w.groups()];
    for (int g = 0; g < w.groups(); g++) {
      int group = g;
      int[] packed = BitStream.pack(o -> w.zero(o, group), w.rows(), bits);
      for (int r = 0; r < words; r++) {
        zeros[r * w.groups() + g] = packed[r];
      }
    }
    return Parts.ints(weight + ZEROS, Shape.of(words, w.groups()), zeros);
  }

  @Override
  public Optional<Shape> shape(String weight, StoredParts parts) {
    if (parts.find(weight + CODES).isEmpty()) {
      return Optional.empty();
    }
    Tensor codes = parts.words(weight + CODES);
    Tensor stored = parts.tensor(weight + SHAPE, DType.I64, 2);
    long out = codes.shape().dim(0);
    long in = (long) stored.at(1);
    if (in < 1 || in > Integer.MAX_VALUE) {
      throw parts.error(weight + SHAPE, "says " + in + " columns");
    }
    long groups = groupSize == -1 ? 1 : Math.ceilDiv(in, (long) groupSize);
    if ((long) stored.at(0) != out || codes.shape().dim(1) != Math.ceilDiv(in * bits, 32L)) {
      throw parts.error(weight + CODES, "does not fit the shape [" + out + ", " + in + "]");
    }
    parts.tensor(weight + SCALES, DType.F16, out, groups);
    if (!symmetric) {
      parts.tensor(weight + ZEROS, DType.I32, Math.ceilDiv(out * bits, 32L), groups);
    }
    if (parts.find(weight + "_g_idx").isPresent()) {
      throw parts.error(weight + "_g_idx", "orders inputs by activation, which cannot be read");
    }
    return Optional.of(Shape.of(out, in));
  }

  @Override
  public QuantizedWeight join(String weight, StoredParts parts) {
    Shape shape = shape(weight, parts).orElseThrow();
    int out = Math.toIntExact(shape.dim(0));
    int in = Math.toIntExact(shape.dim(1));
    int size = groupSize == -1 ? in : groupSize;
    int groups = Math.ceilDiv(in, size);
    Tensor stored = parts.tensor(weight + CODES);
    int[] packed = StoredParts.ints(stored);
    int words = Math.toIntExact(stored.shape().dim(1));
    var codes = new byte[out * in];
    for (int o = 0; o < out; o++) {
      int start = o * words;
      for (int i = 0; i < in; i++) {
        codes[o * in + i] = (byte) BitStream.value(r -> packed[start + r], i, bits);
      }
    }
    var zeros = new byte[out * groups];
    int[] zeroWords = symmetric ? new int[0] : StoredParts.ints(parts.tensor(weight + ZEROS));
    for (int i = 0; i < zeros.length; i++) {
      int group = i % groups;
      int middle = 1 << (bits - 1);
      zeros[i] =
          (byte)
              (symmetric
                  ? middle
                  : BitStream.value(r -> zeroWords[r * groups + group], i / groups, bits));
    }
    return new GroupedWeight(
        out,
        in,
        bits,
        size,
        codes,
        parts.tensor(weight + SCALES).toFloats(),
        zeros,
        GroupedWeight.inOrder(in, size));
  }

  @Override
  public Optional<String> owner(String tensor, StoredParts parts) {
    return WeightPacking.owner(tensor, SUFFIXES, "");
  }
}
