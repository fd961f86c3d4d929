package dev.coderev.model.kernel;

import dev.coderev.model.kernel.TileShape.Offsets;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.Arena;

/**
 * A thread that runs the kernels on a few kilobytes while a model is being loaded, so that the JVM
 * has compiled them when the first token is wanted: uncompiled vector code is a hundred times
 * slower.
 */
public final class Warming implements AutoCloseable {

  private static final int COLUMNS = 512;
  private static final int ENOUGH = 2_000;

  private final Kernels kernels;
  private final Thread thread;
  private volatile boolean stopped;

  private Warming(Kernels kernels, DType dtype) {
    this.kernels = kernels;
    this.thread =
        Thread.ofPlatform().daemon().name("model-warming").unstarted(() -> multiply(dtype));
  }

  /** Starts to warm what multiplies weights of a type. */
  public static Warming start(Kernels kernels, DType dtype) {
    var warming = new Warming(kernels, dtype);
    warming.thread.start();
    return warming;
  }

  private void multiply(DType dtype) {
    try (Arena arena = Arena.ofConfined();
        var alone = new Workers(1)) {
      Matrix w = matrix(dtype, arena);
      var one = new Activations(1, COLUMNS);
      var four = new Activations(4, COLUMNS);
      var y = new float[4 * Kernels.ROWS];
      var weight = new float[COLUMNS];
      for (int i = 0; i < ENOUGH && !stopped; i++) {
        for (Activations x : new Activations[] {one, four}) {
          x.changed(x == one ? 1 : 4);
          if (w instanceof TileMatrix tiles) {
            x.quantize(tiles.shape(), alone);
          }
          kernels.multiply(w, x, 0, w.rows(), y, w.rows());
        }
        kernels.rmsNorm(one.values(), 0, weight, 1e-5f, weight, 0, COLUMNS);
        kernels.swiglu(one.values(), weight, 0, COLUMNS);
        kernels.dot(weight, 0, weight, 0, 64);
        kernels.addScaled(0, weight, 0, weight, 0, 64);
        w.readRow(0, weight, 0);
      }
    }
  }

  private static Matrix matrix(DType dtype, Arena arena) {
    if (!TilePacking.packs(dtype)) {
      DType plain = RowMatrix.holds(dtype) ? dtype : DType.F32;
      Shape shape = Shape.of(Kernels.ROWS, COLUMNS);
      return RowMatrix.of(
          new Tensor("warming", plain, shape, arena.allocate(plain.bytes(shape.elements()))));
    }
    int bits = dtype == DType.Q4_0 || dtype == DType.Q4_1 || dtype == DType.Q4_K ? 4 : 8;
    var shape = new TileShape(Kernels.ROWS, COLUMNS, bits, 32, Offsets.NONE);
    return new TileMatrix(shape, arena.allocate(shape.bytes(), 64));
  }

  /** Ends the thread. */
  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
