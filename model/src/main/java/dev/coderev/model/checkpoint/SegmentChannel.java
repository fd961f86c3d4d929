package dev.coderev.model.checkpoint;

import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A channel into memory, for tensors whose bytes must be moved before they are written. */
final class SegmentChannel implements WritableByteChannel {

  private final MemorySegment memory;
  private long at;

  private SegmentChannel(MemorySegment memory) {
    this.memory = memory;
  }

  /** All bytes of a tensor. */
  static MemorySegment collect(TensorSource tensor, Arena arena) throws IOException {
    var channel = new SegmentChannel(arena.allocate(tensor.bytes(), 64));
    tensor.content().writeTo(channel);
    if (channel.at != tensor.bytes()) {
      throw new IllegalStateException(
          tensor.name() + " wrote " + channel.at + " of " + tensor.bytes());
    }
    return channel.memory;
  }

  @Override
  public int write(ByteBuffer bytes) {
    int count = bytes.remaining();
    MemorySegment.copy(MemorySegment.ofBuffer(bytes), 0, memory, at, count);
    bytes.position(bytes.limit());
    at += count;
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
