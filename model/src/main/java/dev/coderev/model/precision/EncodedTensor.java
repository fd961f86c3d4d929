package dev.coderev.model.precision;

import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.WritableByteChannel;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A tensor that is encoded piece by piece while it is written, several pieces at a time. */
public final class EncodedTensor {

  private static final int PIECE = 1 << 18;

  private final DType dtype;
  private final Shape shape;
  private final FloatSource floats;
  private final Encoder encoder;
  private final Consumer<Losses> losses;

  private EncodedTensor(
      String name,
      DType dtype,
      Shape shape,
      FloatSource floats,
      Rounding rounding,
      Consumer<Losses> losses) {
    this.dtype = dtype;
    this.shape = shape;
    this.floats = floats;
    this.encoder = new Encoder(name, dtype, rounding);
    this.losses = losses;
  }

  /**
   * The floats stored as {@code dtype}.
   *
   * @param losses is told once what storing lost, after the last piece
   */
  public static TensorSource of(
      String name,
      DType dtype,
      Shape shape,
      FloatSource floats,
      Rounding rounding,
      Consumer<Losses> losses) {
    var tensor = new EncodedTensor(name, dtype, shape, floats, rounding, losses);
    return new TensorSource(name, dtype, shape, tensor::writeTo);
  }

  private void writeTo(WritableByteChannel out) throws IOException {
    long elements = shape.elements();
    int wave = Math.max(1, Runtime.getRuntime().availableProcessors());
    int pieces = (int) Math.min(wave, Math.ceilDiv(elements, (long) PIECE));
    Losses total = Losses.NONE;
    try (var arena = Arena.ofShared()) {
      MemorySegment buffer = arena.allocate(dtype.bytes(PIECE) * pieces, 64);
      for (long from = 0; from < elements; from += (long) PIECE * pieces) {
        long first = from;
        long count = Math.min(elements - from, (long) PIECE * pieces);
        total =
            IntStream.range(0, (int) Math.ceilDiv(count, (long) PIECE))
                .parallel()
                .mapToObj(
                    i -> piece(first + (long) i * PIECE, buffer.asSlice(i * dtype.bytes(PIECE))))
                .reduce(total, Losses::plus);
        TensorSource.write(buffer.asSlice(0, dtype.bytes(count)), out);
      }
    }
    losses.accept(total);
  }

  private Losses piece(long from, MemorySegment into) {
    int count = (int) Math.min(PIECE, shape.elements() - from);
    var values = new float[count];
    floats.read(from, values, count);
    return encoder.encode(values, count, from, into);
  }
}
