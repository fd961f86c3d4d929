package dev.coderev.model.config;

/**
 * Attention that looks back a fixed number of positions.
 *
 * @param size a position i attends to j with {@code i - j < size}
 * @param firstLayer layers from this one on are windowed, those before see everything
 */
public record SlidingWindow(int size, int firstLayer) {

  public SlidingWindow {
    if (size < 1 || firstLayer < 0) {
      throw new IllegalArgumentException("sliding window of " + size + " from layer " + firstLayer);
    }
  }

  public boolean covers(int layer) {
    return layer >= firstLayer;
  }
}
