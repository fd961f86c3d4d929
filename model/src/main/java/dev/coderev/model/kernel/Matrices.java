package dev.coderev.model.kernel;

import dev.coderev.model.ModelException;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.MemorySegment;

/**
 * Makes the matrices of a model as its kernels read them, floats in place and integers in tiles,
 * and owns the memory of the tiles: closing it ends the life of every matrix that it packed.
 */
public final class Matrices implements AutoCloseable {

  private final WeightMemory memory = new WeightMemory();
  private final Workers workers;

  public Matrices(Workers workers) {
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
    MemorySegment target = memory.allocate(shape.bytes());
    int step = Math.max(1, shape.tiles() / (8 * workers.count()));
    int tasks = (shape.tiles() + step - 1) / step;
    workers.run(
        tasks,
        task ->
            new TilePacking(tensor, target)
                .pack(task * step, Math.min(shape.tiles(), (task + 1) * step)));
    return new TileMatrix(shape, target);
  }

  @Override
  public void close() {
    memory.close();
  }
}
