package dev.coderev.model.kernel;

import dev.coderev.model.kernel.TileShape.Offsets;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.function.Function;

/**
 * A thread that runs the kernels on a few kilobytes while a model is being loaded, so that the JVM
 * has compiled them when the first token is wanted: uncompiled vector code is a hundred times
 * slower.
 */
public final class Warming implements AutoCloseable {

  private static final int COLUMNS = 512;
  private static final int DIM = 64;
  private static final int ENOUGH = 2_000;

  private final Kernels kernels;
  private final Thread thread;
  private volatile boolean stopped;

  private Warming(Kernels kernels, Function<Arena, Matrix> sample) {
    this.kernels = kernels;
    this.thread =
        Thread.ofPlatform().daemon().name("model-warming").unstarted(() -> multiply(sample));
  }

  private static Warming start(Kernels kernels, Function<Arena, Matrix> sample) {
    var warming = new Warming(kernels, sample);
    warming.thread.start();
    return warming;
  }

  /** Starts to warm what multiplies weights of a type. */
  public static Warming start(Kernels kernels, DType dtype) {
    if (!TilePacking.packs(dtype)) {
      return start(kernels, arena -> floats(RowMatrix.holds(dtype) ? dtype : DType.F32, arena));
    }
    int bits = dtype == DType.Q4_0 || dtype == DType.Q4_1 || dtype == DType.Q4_K ? 4 : 8;
    return start(kernels, arena -> tiles(bits, 32, Optional.empty(), arena));
  }

  /** Starts to warm what multiplies weights like this one. */
  public static Warming start(Kernels kernels, QuantizedWeight weight) {
    return QuantizedPacking.shape(weight)
        .map(it -> start(kernels, arena -> tiles(it.bits(), 64, it.book(), arena)))
        .orElseGet(() -> start(kernels, DType.F32));
  }

  private void multiply(Function<Arena, Matrix> sample) {
    try (Arena arena = Arena.ofConfined();
        var alone = new Workers(1)) {
      Matrix w = sample.apply(arena);
      var one = new Activations(1, COLUMNS);
      var four = new Activations(4, COLUMNS);
      var y = new float[4 * Kernels.ROWS];
      var weight = new float[COLUMNS];
      var page =
          new HeadPage(
              DType.F16, arena.allocate(2 * HeadPage.bytes(DType.F16, DIM)), 0, 0, DIM, 1, true);
      for (int i = 0; i < ENOUGH && !stopped; i++) {
        for (Activations x : new Activations[] {one, four}) {
          x.changed(x == one ? 1 : 4);
          if (w instanceof TileMatrix tiles) {
            x.quantize(tiles.shape(), kernels, alone);
          }
          kernels.multiply(w, x, 0, w.rows(), y, w.rows());
        }
        kernels.rmsNorm(one.values(), 0, weight, 1e-5f, weight, 0, COLUMNS);
        kernels.swiglu(one.values(), weight, 0, COLUMNS);
        kernels.attend(new QueryPanel(1, DIM), page, page);
        kernels.addScaled(0, weight, 0, weight, 0, 64);
        w.readRow(0, weight, 0);
      }
    }
  }

  private static Matrix floats(DType dtype, Arena arena) {
    Shape shape = Shape.of(Kernels.ROWS, COLUMNS);
    return RowMatrix.of(
        new Tensor("warming", dtype, shape, arena.allocate(dtype.bytes(shape.elements()))));
  }

  private static Matrix tiles(int bits, int group, Optional<Codebook> book, Arena arena) {
    var shape = new TileShape(Kernels.ROWS, COLUMNS, bits, group, Offsets.NONE, book);
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
