package dev.coderev.model.kernel;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import jdk.incubator.vector.IntVector;

/**
 * The speed at which memory can be read: plain vector loads over matrices, by the same threads and
 * in pieces of the same size as multiplying them. What multiplying reaches of it is its quality.
 */
public final class ReadBandwidth {

  private static final int PIECE = 1 << 19;

  private ReadBandwidth() {}

  /** Bytes per second over one pass of all matrices. */
  public static double measure(List<Matrix> matrices, Workers workers) {
    record Piece(MemorySegment data, long from, long to) {}
    var pieces = new ArrayList<Piece>();
    long bytes = 0;
    for (Matrix matrix : matrices) {
      MemorySegment data =
          switch (matrix) {
            case RowMatrix rows -> rows.data();
            case TileMatrix tiles -> tiles.data();
          };
      for (long from = 0; from < data.byteSize(); from += PIECE) {
        pieces.add(new Piece(data, from, Math.min(data.byteSize(), from + PIECE)));
      }
      bytes += data.byteSize();
    }
    var seen = new AtomicLong();
    long start = System.nanoTime();
    workers.run(
        pieces.size(),
        i -> {
          Piece piece = pieces.get(i);
          seen.addAndGet(
              VectorKernels.available()
                  ? vectors(piece.data(), piece.from(), piece.to())
                  : words(piece.data(), piece.from(), piece.to()));
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    return seen.get() == Long.MIN_VALUE ? 0 : bytes / seconds; // the sum is used, so it is read
  }

  private static long vectors(MemorySegment data, long from, long to) {
    IntVector a = IntVector.zero(Lanes.INTS);
    IntVector b = a;
    IntVector c = a;
    IntVector d = a;
    int size = Lanes.BITS / 8;
    long end = to - (to - from) % (4L * size);
    for (long at = from; at < end; at += 4L * size) {
      a = a.lanewise(XOR, IntVector.fromMemorySegment(Lanes.INTS, data, at, LITTLE_ENDIAN));
      b = b.lanewise(XOR, IntVector.fromMemorySegment(Lanes.INTS, data, at + size, LITTLE_ENDIAN));
      c =
          c.lanewise(
              XOR, IntVector.fromMemorySegment(Lanes.INTS, data, at + 2L * size, LITTLE_ENDIAN));
      d =
          d.lanewise(
              XOR, IntVector.fromMemorySegment(Lanes.INTS, data, at + 3L * size, LITTLE_ENDIAN));
    }
    return a.lanewise(XOR, b).lanewise(XOR, c).lanewise(XOR, d).reduceLanes(XOR)
        ^ words(data, end, to);
  }

  private static long words(MemorySegment data, long from, long to) {
    long sum = 0;
    long at = from;
    for (; at + 8 <= to; at += 8) {
      sum ^= data.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
    }
    for (; at < to; at++) {
      sum ^= data.get(ValueLayout.JAVA_BYTE, at);
    }
    return sum;
  }
}
