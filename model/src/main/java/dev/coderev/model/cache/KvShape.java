package dev.coderev.model.cache;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.kernel.HeadPage;

/**
 * The sizes of a key-value cache.
 *
 * @param heads key-value heads
 */
public record KvShape(int layers, int heads, int headDim, KvPrecision precision) {

  /** Positions in one page. */
  public static final int PAGE = HeadPage.POSITIONS;

  public KvShape {
    if (layers < 1 || heads < 1 || headDim < 1) {
      throw new IllegalArgumentException(layers + " layers, " + heads + " heads of " + headDim);
    }
  }

  public static KvShape of(ModelConfig config, KvPrecision precision) {
    return new KvShape(config.layers(), config.kvHeads(), config.headDim(), precision);
  }

  /** The bytes of the keys, or of the values, of one head in one page. */
  long headBytes() {
    return HeadPage.bytes(precision.type(), headDim);
  }

  /** The bytes of a page: all layers, keys and values, all heads. */
  public long pageBytes() {
    return 2 * headBytes() * heads * layers;
  }

  /** The bytes that one position takes. */
  public long positionBytes() {
    return pageBytes() / PAGE;
  }

  /** Where the keys ({@code kind} 0) or values (1) of a head begin within a page. */
  long headAt(int layer, int kind, int head) {
    return ((layer * 2L + kind) * heads + head) * headBytes();
  }
}
