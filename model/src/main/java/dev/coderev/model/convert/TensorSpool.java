package dev.coderev.model.convert;

import dev.coderev.model.tensor.TensorSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that takes the bytes of tensors one after the other until a writer wants them in another
 * order, so that only one weight is in memory.
 */
final class TensorSpool implements AutoCloseable {

  private final FileChannel channel;

  private TensorSpool(FileChannel channel) {
    this.channel = channel;
  }

  /** A spool in a new file, which is deleted when the spool is closed. */
  static TensorSpool create(Path file) throws IOException {
    return new TensorSpool(
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** The same tensor with its bytes in the file. */
  TensorSource keep(TensorSource tensor) throws IOException {
    long from = channel.size();
    channel.position(from);
    tensor.content().writeTo(channel);
    return new TensorSource(
        tensor.name(),
        tensor.dtype(),
        tensor.shape(),
        out -> copy(from, from + tensor.bytes(), out));
  }

  private void copy(long from, long to, WritableByteChannel out) throws IOException {
    long at = from;
    while (at < to) {
      long moved = channel.transferTo(at, to - at, out);
      if (moved <= 0) {
        throw new EOFException("the spool ends at " + at + " before " + to);
      }
      at += moved;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
