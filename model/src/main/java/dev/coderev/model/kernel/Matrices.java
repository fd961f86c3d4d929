package dev.coderev.model.kernel;

import dev.coderev.model.ModelException;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The matrices of a model as its kernels read them: floats in place, integers in tiles. */
public final class Matrices {

  private static final int CACHE_LINE = 64;

  private final Arena arena;
  private final Workers workers;

  /**
   * @param arena owns what is packed
   */
  public Matrices(Arena arena, Workers workers) {
    this.arena = arena;
    this.workers = workers;
  }

  /** The tensor as a matrix; floats stay where they are mapped, block types are packed. */
  public Matrix matrix(Tensor tensor) {
    if (RowMatrix.holds(tensor.dtype())) {
      return RowMatrix.of(tensor);
    }
    if (!TilePacking.packs(tensor.dtype())) {
      throw new ModelException(tensor.name() + ": no kernel computes with " + tensor.dtype());
    }
    TileShape shape = TilePacking.shape(tensor);
    MemorySegment target = arena.allocate(shape.bytes(), CACHE_LINE);
    int step = Math.max(1, shape.tiles() / (8 * workers.count()));
    int tasks = (shape.tiles() + step - 1) / step;
    workers.run(
        tasks,
        task ->
            new TilePacking(tensor, target)
                .pack(task * step, Math.min(shape.tiles(), (task + 1) * step)));
    return new TileMatrix(shape, target);
  }
}
