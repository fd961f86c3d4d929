package dev.coderev.model.checkpoint;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.tensor.Shape;
import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;

/**
 * The order of rows within the heads of Q and K.
 *
 * <p>Directories rotate element j with j + d/2 (halves), GGUF files of the Llama family j with j +
 * 1 (neighbours): row 2j of a head there is row j here, row 2j + 1 is row j + d/2. Whole rows move,
 * so every element type does.
 */
final class HeadRows {

  private HeadRows() {}

  /** The number of heads of a tensor whose rows are in another order in GGUF, by its name. */
  static OptionalInt permutedHeads(ModelConfig config, String name) {
    if (!config.architecture().permutedInGguf()) {
      return OptionalInt.empty();
    }
    if (name.contains(".self_attn.q_proj.")) {
      return OptionalInt.of(config.heads());
    }
    return name.contains(".self_attn.k_proj.")
        ? OptionalInt.of(config.kvHeads())
        : OptionalInt.empty();
  }

  /** Copies rows from halves order to neighbours order. */
  static void toNeighbours(MemorySegment from, MemorySegment into, Shape shape, int heads) {
    move(from, into, shape, heads, true);
  }

  /** Copies rows from neighbours order to halves order. */
  static void toHalves(MemorySegment from, MemorySegment into, Shape shape, int heads) {
    move(from, into, shape, heads, false);
  }

  private static void move(
      MemorySegment from, MemorySegment into, Shape shape, int heads, boolean toNeighbours) {
    long rows = shape.dim(0);
    long bytes = from.byteSize() / rows;
    long head = rows / heads;
    for (long row = 0; row < rows; row++) {
      long inHead = row % head;
      long neighbour = row - inHead + (inHead % (head / 2)) * 2 + inHead / (head / 2);
      long source = toNeighbours ? row : neighbour;
      long target = toNeighbours ? neighbour : row;
      MemorySegment.copy(from, source * bytes, into, target * bytes, bytes);
    }
  }
}
