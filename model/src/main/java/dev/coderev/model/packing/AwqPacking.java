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
 * The GEMM layout of AutoAWQ: 4 bits, eight outputs in a word in an order of their own.
 *
 * <pre>
 * qweight I32 [in, out/8]   nibble i of word c holds output 8c + {0,2,4,6,1,3,5,7}[i]
 * qzeros  I32 [groups, out/8]   likewise, zero points as they are
 * scales  F16 [groups, out]
 * </pre>
 *
 * @param groupSize −1 for whole rows
 */
public record AwqPacking(int groupSize) implements WeightPacking {

  private static final int BITS = 4;
  private static final int[] ORDER = {0, 2, 4, 6, 1, 3, 5, 7};
  private static final String CODES = ".qweight";
  private static final String ZEROS = ".qzeros";
  private static final String SCALES = ".scales";
  private static final List<String> SUFFIXES = List.of(CODES, ZEROS, SCALES);

  /** Reads the settings of a directory. */
  static AwqPacking of(JsonObject settings) {
    String version = settings.string("version").orElse("gemm");
    if (!version.equalsIgnoreCase("gemm") || settings.requiredInteger("bits") != BITS) {
      throw settings.error("version", "only \"gemm\" with 4 bits can be read");
    }
    if (!settings.bool("zero_point", true)) {
      throw settings.error("zero_point", "must be true: the layout keeps zero points");
    }
    return new AwqPacking(Packings.groupSize(settings));
  }

  @Override
  public String method() {
    return "awq";
  }

  @Override
  public boolean holds(QuantizedWeight weight) {
    return weight instanceof GroupedWeight grouped
        && grouped.bits() == BITS
        && grouped.isInOrder()
        && weight.rows() % 8 == 0;
  }

  @Override
  public Map<String, Json> settings() {
    var settings = new LinkedHashMap<String, Json>();
    settings.put("quant_method", Json.of("awq"));
    settings.put("bits", Json.of(BITS));
    settings.put("group_size", Json.of(groupSize));
    settings.put("zero_point", Json.of(true));
    settings.put("version", Json.of("gemm"));
    settings.put("modules_to_not_convert", Json.NULL);
    return settings;
  }

  @Override
  public List<TensorSource> split(String weight, QuantizedWeight quantized) {
    var w = (GroupedWeight) quantized;
    String module = WeightPacking.module(weight);
    int out = w.rows();
    int words = out / 8;
    var codes = new int[w.columns() * words];
    for (int i = 0; i < w.columns(); i++) {
      for (int o = 0; o < out; o++) {
        codes[i * words + o / 8] |= w.code(o, i) << shift(o);
      }
    }
    var zeros = new int[w.groups() * words];
    var scales = new float[w.groups() * out];
    for (int g = 0; g < w.groups(); g++) {
      for (int o = 0; o < out; o++) {
        zeros[g * words + o / 8] |= w.zero(o, g) << shift(o);
        scales[g * out + o] = w.scale(o, g);
      }
    }
    return List.of(
        Parts.ints(module + CODES, Shape.of(w.columns(), words), codes),
        Parts.ints(module + ZEROS, Shape.of(w.groups(), words), zeros),
        Parts.halves(module + SCALES, Shape.of(w.groups(), out), scales));
  }

  /** Where output {@code o} lies in its word. */
  private static int shift(int o) {
    int k = o % 8;
    return BITS * (k % 2 == 0 ? k / 2 : 4 + k / 2);
  }

  /** The output of nibble {@code i} among the eight of a word. */
  static int output(int i) {
    return ORDER[i];
  }

  @Override
  public Optional<Shape> shape(String weight, StoredParts parts) {
    String module = WeightPacking.module(weight);
    if (parts.find(module + CODES).isEmpty()) {
      return Optional.empty();
    }
    Tensor codes = parts.words(module + CODES);
    long in = codes.shape().dim(0);
    long words = codes.shape().dim(1);
    long groups = groupSize == -1 ? 1 : Math.ceilDiv(in, (long) groupSize);
    parts.tensor(module + ZEROS, DType.I32, groups, words);
    parts.tensor(module + SCALES, DType.F16, groups, words * 8);
    return Optional.of(Shape.of(words * 8, in));
  }

  @Override
  public QuantizedWeight join(String weight, StoredParts parts) {
    Shape shape = shape(weight, parts).orElseThrow();
    String module = WeightPacking.module(weight);
    int out = Math.toIntExact(shape.dim(0));
    int in = Math.toIntExact(shape.dim(1));
    int size = groupSize == -1 ? in : groupSize;
    int groups = Math.ceilDiv(in, size);
    int words = out / 8;
    int[] packed = StoredParts.ints(parts.tensor(module + CODES));
    var codes = new byte[out * in];
    for (int i = 0; i < in; i++) {
      for (int o = 0; o < out; o++) {
        codes[o * in + i] = (byte) (packed[i * words + o / 8] >>> shift(o) & 15);
      }
    }
    int[] zeroWords = StoredParts.ints(parts.tensor(module + ZEROS));
    float[] stored = parts.tensor(module + SCALES).toFloats();
    var scales = new float[out * groups];
    var zeros = new byte[out * groups];
    for (int g = 0; g < groups; g++) {
      for (int o = 0; o < out; o++) {
        scales[o * groups + g] = stored[g * out + o];
        zeros[o * groups + g] = (byte) (zeroWords[g * words + o / 8] >>> shift(o) & 15);
      }
    }
    return new GroupedWeight(
        out, in, BITS, size, codes, scales, zeros, GroupedWeight.inOrder(in, size));
  }

  @Override
  public Optional<String> owner(String tensor, StoredParts parts) {
    return WeightPacking.owner(tensor, SUFFIXES, ".weight");
  }
}
