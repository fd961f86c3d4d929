package dev.coderev.model.transformer;

import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.cache.KvShape;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.kernel.Kernels;
import java.util.Arrays;

/**
 * Softmax attention of some queries on one key-value head, page by page with a running maximum
 * (arXiv 1805.02867), so that scores of long texts are never all in memory:
 *
 * <pre>
 * m' = max(m, max s)   l' = l·exp(m − m') + Σ exp(s − m')   o' = o·exp(m − m') + Σ exp(s − m')·v
 * </pre>
 */
final class Attention {

  private final ModelConfig config;
  private final Kernels kernels;
  private final int dim;
  private final int group;
  private final float scale;

  Attention(ModelConfig config, Kernels kernels) {
    this.config = config;
    this.kernels = kernels;
    this.dim = config.headDim();
    this.group = config.heads() / config.kvHeads();
    this.scale = (float) (1 / Math.sqrt(dim));
  }

  /**
   * Attends {@code rows} consecutive positions, all heads that share key-value head {@code head}.
   *
   * @param queries [row, heads · headDim], of which the first is at {@code first}
   * @param position of the first row
   * @param out like queries
   */
  void attend(
      int layer,
      int head,
      KvSequence sequence,
      float[] queries,
      float[] out,
      int first,
      int rows,
      int position) {
    int width = config.queryWidth();
    int count = rows * group;
    var most = new float[count];
    var sums = new float[count];
    var sum = new float[count * dim];
    Arrays.fill(most, Float.NEGATIVE_INFINITY);
    var keys = new float[KvShape.PAGE * dim];
    var values = new float[KvShape.PAGE * dim];
    var scores = new float[KvShape.PAGE];
    int window = window(layer);
    int last = position + rows - 1;
    for (int page = Math.max(0, position - window + 1) / KvShape.PAGE;
        page * KvShape.PAGE <= last;
        page++) {
      int start = page * KvShape.PAGE;
      int held = Math.min(KvShape.PAGE, last + 1 - start);
      sequence.read(layer, KvSequence.KEYS, head, page, held, keys);
      sequence.read(layer, KvSequence.VALUES, head, page, held, values);
      for (int i = 0; i < count; i++) {
        int at = position + i / group;
        int from = Math.max(0, at - window + 1 - start);
        int to = Math.min(held, at + 1 - start);
        if (from < to) {
          int query = first + (i / group) * width + (head * group + i % group) * dim;
          kernels.columnDots(queries, query, dim, keys, KvShape.PAGE, scale, scores);
          float now = most(scores, from, to);
          float before = most[i];
          most[i] = Math.max(before, now);
          float shrink = (float) Math.exp(before - most[i]);
          sums[i] = sums[i] * shrink + kernels.exponentials(scores, from, to - from, most[i]);
          if (shrink != 1) {
            kernels.scale(shrink, sum, i * dim, dim);
          }
          kernels.addScaledRows(scores, from, to, values, sum, i * dim, dim);
        }
      }
    }
    for (int i = 0; i < count; i++) {
      kernels.scale(1 / sums[i], sum, i * dim, dim);
      int at = first + (i / group) * width + (head * group + i % group) * dim;
      System.arraycopy(sum, i * dim, out, at, dim);
    }
  }

  private static float most(float[] scores, int from, int to) {
    float most = Float.NEGATIVE_INFINITY;
    for (int p = from; p < to; p++) {
      most = Math.max(most, scores[p]);
    }
    return most;
  }

  /** How many positions a layer sees, its own included. */
  private int window(int layer) {
    return config
        .slidingWindow()
        .filter(it -> it.covers(layer))
        .map(it -> it.size())
        .orElse(Integer.MAX_VALUE / 2);
  }
}
