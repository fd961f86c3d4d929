package dev.coderev.model.runtime;

import dev.coderev.model.ModelException;
import dev.coderev.model.cache.KvShape;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.kernel.Matrices;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The bytes of memory that a model is going to take, told before it is loaded.
 *
 * @param packed weights in memory of their own
 * @param mapped weights that are read where their file is mapped, which the system can let go of
 * @param cache keys and values, when all positions are in use
 */
public record MemoryNeed(long packed, long mapped, long cache) {

  /** What the program takes beside weights, keys and values: measured 130 to 140 MB. */
  public static final long PROGRAM = 160L << 20;

  private static final double GIGA = 1e9;

  public static MemoryNeed of(Checkpoint checkpoint, RuntimeOptions options) {
    long packed = 0;
    long mapped = 0;
    for (Map.Entry<String, Shape> weight : WeightShapes.of(checkpoint.config()).entrySet()) {
      String name = weight.getKey();
      Optional<DType> type = checkpoint.dtype(name);
      if (type.isPresent() && !type.get().isBlock()) {
        mapped += type.get().bytes(weight.getValue().elements());
      } else {
        packed +=
            type.map(it -> Matrices.bytes(it, weight.getValue()))
                .orElseGet(() -> checkpoint.fileBytes(name));
      }
    }
    var shape = KvShape.of(checkpoint.config(), options.cachePrecision());
    return new MemoryNeed(packed, mapped, shape.positionBytes() * options.positions());
  }

  /** All that is needed. */
  public long bytes() {
    return packed + mapped + cache + PROGRAM;
  }

  /**
   * Fails when a budget is not enough for all of it, or the memory that there is for what the
   * system cannot let go of: the packed weights and the program.
   */
  void check(Checkpoint checkpoint, RuntimeOptions options, SystemMemory memory) {
    OptionalLong budget = options.memoryBudget();
    if (budget.isPresent() && bytes() > budget.getAsLong()) {
      throw new ModelException(
          checkpoint.source()
              + " needs "
              + words(bytes())
              + " of memory ("
              + words(packed + mapped)
              + " for weights, "
              + words(cache)
              + " for keys and values of "
              + options.positions()
              + " positions, "
              + words(PROGRAM)
              + " for the program), the budget is "
              + words(budget.getAsLong())
              + "; allow more or fewer positions, or keys, values or weights of fewer bits");
    }
    OptionalLong all = memory.bytes();
    if (budget.isEmpty() && all.isPresent() && packed + PROGRAM > all.getAsLong()) {
      throw new ModelException(
          checkpoint.source()
              + " needs "
              + words(packed + PROGRAM)
              + " of memory for its weights and the program, this machine or container has "
              + words(all.getAsLong())
              + "; take weights of fewer bits or a smaller model");
    }
  }

  private static String words(long bytes) {
    return String.format(Locale.ROOT, "%.2f GB", bytes / GIGA);
  }
}
