package dev.coderev.model.transformer;

import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.cache.KvShape;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.kernel.HeadPage;
import dev.coderev.model.kernel.Kernels;
import dev.coderev.model.kernel.QueryPanel;

/** Softmax attention of some consecutive positions on one key-value head, page by page. */
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
   * The rows that look, with all heads that share a key-value head.
   *
   * @param position of the first row
   * @param at where the first row's queries begin, [row, heads · headDim]
   */
  record Rows(KvSequence sequence, int head, int count, int position, int at) {}

  /** The first page that a layer lets some rows see. */
  int firstPage(int layer, Rows rows) {
    return Math.max(0, rows.position() - window(layer) + 1) / KvShape.PAGE;
  }

  /** The page after the last one that rows see. */
  static int endPage(Rows rows) {
    return (rows.position() + rows.count() - 1) / KvShape.PAGE + 1;
  }

  /** What rows see in pages {@code from} to {@code to}. */
  QueryPanel look(int layer, Rows rows, float[] queries, int from, int to) {
    int count = rows.count() * group;
    var panel = new QueryPanel(count, dim);
    for (int i = 0; i < count; i++) {
      panel.put(i, queries, at(rows, i), scale);
    }
    int window = window(layer);
    HeadPage next = page(layer, rows, from);
    for (int page = from; page < to; page++) {
      int start = page * KvShape.PAGE;
      for (int i = 0; i < count; i++) {
        int position = rows.position() + i / group;
        int end = Math.clamp(position + 1 - start, 0, KvShape.PAGE);
        panel.see(i, Math.clamp(position - window + 1 - start, 0, KvShape.PAGE), end);
      }
      HeadPage now = next;
      next = page + 1 < to ? page(layer, rows, page + 1) : now;
      kernels.attend(panel, now, next);
    }
    return panel;
  }

  private static HeadPage page(int layer, Rows rows, int page) {
    int end = rows.position() + rows.count();
    int held = Math.min(KvShape.PAGE, end - page * KvShape.PAGE);
    return rows.sequence().page(layer, rows.head(), page, held);
  }

  /** Writes what rows attended to, like their queries. */
  void finish(Rows rows, QueryPanel panel, float[] out) {
    for (int i = 0; i < rows.count() * group; i++) {
      panel.result(i, out, at(rows, i));
    }
  }

  private int at(Rows rows, int query) {
    int head = rows.head() * group + query % group;
    return rows.at() + query / group * config.queryWidth() + head * dim;
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
