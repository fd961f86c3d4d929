package dev.coderev.model.cache;

import dev.coderev.model.kernel.HeadPage;
import java.util.ArrayList;
import java.util.List;

/**
 * The cached keys and values of one text: a list of pages, the first of which may be shared.
 *
 * <p>Written by one thread at a time; many may read.
 */
public final class KvSequence implements AutoCloseable {

  /** Keys, as a kind of vector. */
  public static final int KEYS = 0;

  /** Values, as a kind of vector. */
  public static final int VALUES = 1;

  private final KvCache cache;
  private final List<KvCache.Page> pages = new ArrayList<>();
  private int length;

  KvSequence(KvCache cache) {
    this.cache = cache;
  }

  /** Positions that hold keys and values. */
  public int length() {
    return length;
  }

  public KvShape shape() {
    return cache.shape();
  }

  /**
   * Makes room for {@code count} more positions, which are then written; shared pages that would
   * change become this sequence's own.
   *
   * @throws dev.coderev.model.ModelException when the cache is full; nothing is changed then
   */
  public void extend(int count) {
    int last = length / KvShape.PAGE;
    if (length % KvShape.PAGE != 0 && cache.isShared(pages.get(last))) {
      KvCache.Page shared = pages.get(last);
      pages.set(last, cache.copy(shared));
      cache.release(shared);
    }
    int before = pages.size();
    int wanted = (length + count + KvShape.PAGE - 1) / KvShape.PAGE;
    try {
      while (pages.size() < wanted) {
        pages.add(cache.take());
      }
    } catch (RuntimeException e) {
      drop(before);
      throw e;
    }
    length += count;
  }

  /** A sequence that begins with the first {@code positions} of this one, without a copy. */
  public KvSequence fork(int positions) {
    if (positions < 0 || positions > length) {
      throw new IndexOutOfBoundsException(positions + " of " + length + " positions");
    }
    var fork = new KvSequence(cache);
    int count = (positions + KvShape.PAGE - 1) / KvShape.PAGE;
    for (int i = 0; i < count; i++) {
      fork.pages.add(cache.share(pages.get(i)));
    }
    fork.length = positions;
    return fork;
  }

  /** Forgets all but the first {@code positions}. */
  public void truncate(int positions) {
    if (positions < 0 || positions > length) {
      throw new IndexOutOfBoundsException(positions + " of " + length + " positions");
    }
    drop((positions + KvShape.PAGE - 1) / KvShape.PAGE);
    length = positions;
  }

  private void drop(int keep) {
    while (pages.size() > keep) {
      cache.release(pages.removeLast());
    }
  }

  /**
   * Stores one vector of a head.
   *
   * @param kind {@link #KEYS} or {@link #VALUES}
   */
  public void write(int layer, int kind, int head, int position, float[] from, int at) {
    KvCache.Page page = pages.get(position / KvShape.PAGE);
    cache.write(page, layer, kind, head, position % KvShape.PAGE, from, at);
  }

  /** The keys and values of a head in a page, whose first {@code held} positions were written. */
  public HeadPage page(int layer, int head, int page, int held) {
    return cache.head(pages.get(page), layer, head, held);
  }

  /** Lets go of all pages. */
  @Override
  public void close() {
    truncate(0);
  }
}
