package dev.coderev.model.checkpoint;

import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicBoolean;

/** The memory that a checkpoint's tensors lie in; closing it again does nothing. */
final class TensorMemory implements AutoCloseable {

  private final Arena arena;
  private final AtomicBoolean closed = new AtomicBoolean();

  @SuppressWarnings("MustBeClosedChecker") // this type is what closes it
  TensorMemory() {
    arena = Arena.ofShared();
  }

  Arena arena() {
    return arena;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      arena.close();
    }
  }
}
