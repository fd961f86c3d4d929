package dev.coderev.model.packing;

import dev.coderev.model.json.Json;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A layout of quantized weights in a directory: which tensors stand for a weight, and what {@code
 * quantization_config} says about them. Reading a weight and writing it again gives the same bytes.
 */
public sealed interface WeightPacking
    permits GptqPacking, MixedGptqPacking, AwqPacking, BitsandbytesPacking, CompressedPacking {

  /** The value of {@code quant_method}. */
  String method();

  /** The tensors that stand for a weight, which goes by the name {@code ….weight}. */
  List<TensorSource> split(String weight, QuantizedWeight quantized);

  /** The shape of a weight, checked against its parts; empty when it is not packed. */
  Optional<Shape> shape(String weight, StoredParts parts);

  /** Puts a weight together that has a {@link #shape}. */
  QuantizedWeight join(String weight, StoredParts parts);

  /** The weight that a stored tensor is a part of. */
  Optional<String> owner(String tensor, StoredParts parts);

  /** What stands under {@code quantization_config}. */
  Map<String, Json> settings();

  /** Whether this layout can hold such a weight. */
  boolean holds(QuantizedWeight weight);

  /** The name without {@code .weight}. */
  static String module(String weight) {
    return weight.endsWith(".weight")
        ? weight.substring(0, weight.length() - ".weight".length())
        : weight;
  }

  /** The weight of a part whose name ends in one of these. */
  static Optional<String> owner(String tensor, List<String> suffixes, String weightSuffix) {
    return suffixes.stream()
        .filter(tensor::endsWith)
        .findFirst()
        .map(it -> tensor.substring(0, tensor.length() - it.length()) + weightSuffix);
  }
}
