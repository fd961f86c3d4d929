package dev.coderev.model.convert;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The type that each tensor of a conversion gets: the plan's, or its own where that can be. */
final class TypeChoice {

  private final Optional<TypePlan> plan;
  private final boolean gguf;
  private final DType plain;
  private final Optional<DType> packed;

  TypeChoice(Checkpoint checkpoint, Optional<TypePlan> plan, boolean gguf) {
    this.plan = plan;
    this.gguf = gguf;
    this.packed = mostPacked(checkpoint);
    DType own = checkpoint.config().dtype();
    boolean anyPacked = packed.isPresent() && !gguf;
    this.plain =
        plan.map(TypePlan::outer).filter(it -> !it.isBlock()).orElse(anyPacked ? DType.F16 : own);
  }

  /** A directory packs its linear weights in one width only: the one that most have. */
  private static Optional<DType> mostPacked(Checkpoint checkpoint) {
    return WeightShapes.of(checkpoint.config()).keySet().stream()
        .map(checkpoint::tensor)
        .map(Tensor::dtype)
        .filter(it -> it == DType.Q4_0 || it == DType.Q8_0)
        .collect(Collectors.groupingBy(it -> it, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<DType, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  /** The type of what is not in blocks, for the configuration. */
  DType plain() {
    return plain;
  }

  DType type(Tensor tensor) {
    if (plan.isPresent()) {
      return plan.get().type(tensor.name(), tensor.shape());
    }
    DType own = tensor.dtype();
    if (gguf) {
      return ownInGguf(tensor, own);
    }
    if (!own.isBlock()) {
      return packed.isEmpty() || own == DType.F16 ? writable(own) : DType.F16;
    }
    boolean outer = tensor.name().contains("embed_tokens") || tensor.name().startsWith("lm_head");
    return !outer && packed.equals(Optional.of(own)) ? own : DType.F16;
  }

  private static DType ownInGguf(Tensor tensor, DType own) {
    return tensor.shape().rank() < 2 ? DType.F32 : writable(own);
  }

  /** F64 and the 8-bit floats can be read but have no writer; F32 holds them all but F64's tail. */
  private static DType writable(DType own) {
    return switch (own) {
      case F64, F8_E4M3, F8_E5M2 -> DType.F32;
      default -> own;
    };
  }
}
