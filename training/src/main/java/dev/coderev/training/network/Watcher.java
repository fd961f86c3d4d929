package dev.coderev.training.network;

import org.bytedeco.pytorch.Tensor;

/**
 * What looks into a network while it computes, and may leave layers out. The tensors belong to the
 * computation and end with its scope.
 */
public interface Watcher {

  /** Looks at nothing. */
  Watcher NOBODY = new Watcher() {};

  /** Whether a layer is to be left out. */
  default boolean skips(int layer) {
    return false;
  }

  /** The stream before a layer and its norm: [n, hidden] each. */
  default void stream(int layer, Tensor stream, Tensor normed) {}

  /** What the heads of a layer give, side by side: [n, heads · headDim]. */
  default void attended(int layer, Tensor attended) {}

  /** The stream between the two parts of a layer: [n, hidden]. */
  default void between(int layer, Tensor stream) {}

  /** The norm before the feed-forward part: [n, hidden]. */
  default void normed(int layer, Tensor normed) {}

  /** What the feed-forward part multiplies with its last matrix: [n, intermediate]. */
  default void inner(int layer, Tensor inner) {}

  /** The stream after a layer: [n, hidden]. */
  default void left(int layer, Tensor stream) {}
}
