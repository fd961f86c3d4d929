package dev.coderev.model.kernel;

import dev.coderev.model.ModelException;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the matrices of a model as its kernels read them, floats in place and integers in tiles,
 * and owns the memory of the tiles: closing it ends the life of every matrix that it packed.
 */
public final class Matrices implements AutoCloseable {

  /** Bytes of a mapped tensor that are packed before its pages are given back. */
  private static final long PART = 16L << 20;

  private final WeightMemory memory = new WeightMemory();
  private final Workers workers;
  private final Kernels kernels;

  public Matrices(Workers workers) {
    this(workers, Kernels.best());
  }

  /**
   * @param kernels that pack
   */
  public Matrices(Workers workers, Kernels kernels) {
    this.workers = workers;
    this.kernels = kernels;
  }

  /**
   * The tensor as a matrix; floats stay where they are mapped, block types are packed and let go.
   */
  public Matrix matrix(Tensor tensor) {
    if (RowMatrix.holds(tensor.dtype())) {
      return RowMatrix.of(tensor);
    }
    if (!TilePacking.packs(tensor.dtype())) {
      throw new ModelException(tensor.name() + ": no kernel computes with " + tensor.dtype());
    }
    TileShape shape = TilePacking.shape(tensor);
    MemorySegment target = memory.allocate(shape.bytes());
    long rowBytes = tensor.dtype().bytes(shape.columns());
    int part = Math.clamp(PART / (rowBytes * TileShape.TILE_ROWS), 1, shape.tiles());
    for (int from = 0; from < shape.tiles(); from += part) {
      int to = Math.min(shape.tiles(), from + part);
      pack(tensor, target, from, to);
      if (tensor.data().isMapped()) {
        long at = from * rowBytes * TileShape.TILE_ROWS;
        long end = Math.min(tensor.data().byteSize(), to * rowBytes * TileShape.TILE_ROWS);
        tensor.data().asSlice(at, end - at).unload();
      }
    }
    return new TileMatrix(shape, target);
  }

  /** The weight in tiles; empty when no tiles hold it. */
  public Optional<Matrix> packed(QuantizedWeight weight) {
    return QuantizedPacking.shape(weight)
        .map(shape -> {
          MemorySegment target = memory.allocate(shape.bytes());
          share(0, shape.tiles(), () -> new QuantizedPacking(weight, shape, target)::pack);
          return new TileMatrix(shape, target);
        });
  }

  /** The bytes of the tiles that hold weights of a block type. */
  public static long bytes(DType dtype, Shape shape) {
    return TilePacking.shape(dtype, shape).bytes();
  }

  /** The {@link Matrix#format} that a tensor gets, without packing it. */
  public static String format(Tensor tensor) {
    return TilePacking.packs(tensor.dtype())
        ? TilePacking.shape(tensor).format()
        : tensor.dtype().name();
  }

  /** The {@link Matrix#format} that a weight gets; empty when no tiles hold it. */
  public static Optional<String> format(QuantizedWeight weight) {
    return QuantizedPacking.shape(weight).map(TileShape::format);
  }

  private void pack(Tensor tensor, MemorySegment target, int from, int to) {
    share(from, to, () -> new TilePacking(tensor, target, kernels)::pack);
  }

  private interface Pack {
    void tiles(int from, int to);
  }

  /** Divides tiles among the threads; each piece has its own packing. */
  private void share(int from, int to, Supplier<Pack> packing) {
    int step = Math.max(1, (to - from) / (8 * workers.count()));
    workers.run(
        (to - from + step - 1) / step,
        task -> {
          int start = from + task * step;
          packing.get().tiles(start, Math.min(to, start + step));
        });
  }

  @Override
  public void close() {
    memory.close();
  }
}
