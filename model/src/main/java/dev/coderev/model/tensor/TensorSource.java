package dev.coderev.model.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.WritableByteChannel;

/**
 * A tensor that is to be written: its name, type and shape are known, its bytes are made when a
 * writer asks for them, so that a checkpoint larger than memory can pass through.
 */
public record TensorSource(String name, DType dtype, Shape shape, Content content) {

  private static final long CHUNK = 1 << 24;

  /** Writes exactly the bytes of the tensor, little-endian and row-major. */
  @FunctionalInterface
  public interface Content {
    void writeTo(WritableByteChannel out) throws IOException;
  }

  /** The bytes of a tensor as they are. */
  public static TensorSource of(Tensor tensor) {
    return new TensorSource(
        tensor.name(), tensor.dtype(), tensor.shape(), out -> write(tensor.data(), out));
  }

  /** How many bytes the content has. */
  public long bytes() {
    return dtype.bytes(shape.elements());
  }

  /** The same content under another name. */
  public TensorSource named(String other) {
    return new TensorSource(other, dtype, shape, content);
  }

  /** Writes a whole segment, piece by piece. */
  public static void write(MemorySegment data, WritableByteChannel out) throws IOException {
    for (long at = 0; at < data.byteSize(); at += CHUNK) {
      var piece = data.asSlice(at, Math.min(CHUNK, data.byteSize() - at)).asByteBuffer();
      while (piece.hasRemaining()) {
        out.write(piece);
      }
    }
  }
}
