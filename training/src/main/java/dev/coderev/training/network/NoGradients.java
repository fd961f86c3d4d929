package dev.coderev.training.network;

import org.bytedeco.pytorch.NoGradGuard;

/** A stretch of code on this thread in which nothing is remembered for gradients. */
public final class NoGradients implements AutoCloseable {

  private final NoGradGuard guard = new NoGradGuard();

  @Override
  public void close() {
    guard.close();
  }
}
