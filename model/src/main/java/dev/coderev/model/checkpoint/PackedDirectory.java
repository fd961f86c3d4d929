package dev.coderev.model.checkpoint;

import dev.coderev.model.json.JsonObject;
import dev.coderev.model.packing.CompressedPacking;
import dev.coderev.model.packing.Packings;
import dev.coderev.model.packing.StoredParts;
import dev.coderev.model.packing.WeightPacking;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The weights of a directory that its quantization_config says are packed. */
final class PackedDirectory {

  static final String KEY = "quantization_config";

  private final WeightPacking packing;
  private final StoredParts parts;
  private final DType plain;

  private PackedDirectory(WeightPacking packing, StoredParts parts, DType plain) {
    this.packing = packing;
    this.parts = parts;
    this.plain = plain;
  }

  /** How weights are packed that mean the same as blocks of so many bits. */
  static CompressedPacking ofBlocks(int bits) {
    return new CompressedPacking(bits, PackedWeight.GROUP, true);
  }

  /**
   * What the configuration says is packed; empty when nothing is.
   *
   * @param plain the type of weights that no block type can hold
   */
  static Optional<PackedDirectory> of(
      Path directory, JsonObject config, Map<String, Tensor> tensors, DType plain) {
    return config
        .object(KEY)
        .map(Packings::of)
        .map(it -> new PackedDirectory(it, new StoredParts(directory, tensors), plain));
  }

  /** The shape of a packed weight, checked against its parts; empty when it is not packed. */
  Optional<Shape> shape(String name) {
    return packing.shape(name, parts);
  }

  /** The weight that a tensor is a part of; the tensor itself when it is no part. */
  String whole(String tensor) {
    return packing.owner(tensor, parts).filter(it -> shape(it).isPresent()).orElse(tensor);
  }

  /** How a weight is packed, for people. */
  String words(String name) {
    return packing.method() + " " + packing.join(name, parts).format();
  }

  /** The weight as codes and scales, with nothing of it left in the memory of the mapping. */
  QuantizedWeight weight(String name) {
    QuantizedWeight weight = packing.join(name, parts);
    String layer = name.substring(0, name.lastIndexOf('.') + 1);
    parts.tensors().values().stream()
        .filter(it -> it.name().startsWith(layer) && it.data().isMapped())
        .forEach(it -> it.data().unload());
    return weight;
  }

  /** The weight as a tensor, in new memory. */
  Tensor unpack(String name, TensorMemory memory) {
    Shape shape = shape(name).orElseThrow();
    if (packing instanceof CompressedPacking integers
        && integers.equals(ofBlocks(integers.bits()))
        && shape.columns() % PackedWeight.GROUP == 0) {
      return PackedWeight.join(
          name,
          integers.bits(),
          shape,
          parts.tensor(name + PackedWeight.PACKED),
          parts.tensor(name + PackedWeight.SCALE),
          memory.arena());
    }
    return UnpackedWeight.of(name, packing.join(name, parts), plain, memory.arena());
  }
}
