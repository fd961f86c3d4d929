package dev.coderev.model.cache;

import dev.coderev.model.ModelException;
import dev.coderev.model.kernel.HeadPage;
import dev.coderev.model.kernel.Kernels;
import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A pool of pages for the keys and values of many sequences, in memory outside the heap.
 *
 * <p>Pages are made when they are needed and used again when their last sequence lets go. Closing
 * the cache frees them all; sequences must be closed before.
 */
public final class KvCache implements AutoCloseable {

  /** A page and the number of sequences that hold it. */
  static final class Page {
    final MemorySegment data;
    private int holders;

    /** Whether something was written that is infinite, or no number, in the form it is kept in. */
    private volatile boolean broken;

    Page(MemorySegment data) {
      this.data = data;
    }
  }

  /** The least number that is rounded to an infinite half. */
  private static final float HALF_OVERFLOW = 65_520;

  private final KvShape shape;
  private final Kernels kernels;
  private final int mostPages;
  private final Arena arena = Arena.ofShared();
  private final Deque<Page> free = new ArrayDeque<>();
  private int made;

  /**
   * @param positions how many the pages may hold in all, rounded up to whole pages
   */
  public KvCache(KvShape shape, Kernels kernels, int positions) {
    this.shape = shape;
    this.kernels = kernels;
    this.mostPages = (positions + KvShape.PAGE - 1) / KvShape.PAGE;
  }

  public KvShape shape() {
    return shape;
  }

  /** A sequence without positions. */
  public KvSequence open() {
    return new KvSequence(this);
  }

  /** The bytes of all pages made so far. */
  public synchronized long bytes() {
    return made * shape.pageBytes();
  }

  /** Pages that no sequence holds, made or not. */
  public synchronized int freePages() {
    return mostPages - made + free.size();
  }

  /** The share of the pages that sequences hold, 0..1. */
  public synchronized double usedShare() {
    return 1 - (double) freePages() / mostPages;
  }

  synchronized Page take() {
    Page page = free.poll();
    if (page == null) {
      if (made == mostPages) {
        throw new ModelException(
            "the key-value cache is full: "
                + mostPages * KvShape.PAGE
                + " positions; allow more, or run fewer sequences at once");
      }
      page = new Page(arena.allocate(shape.pageBytes(), 64));
      made++;
    }
    page.holders = 1;
    page.broken = false;
    return page;
  }

  synchronized Page share(Page page) {
    page.holders++;
    return page;
  }

  synchronized boolean isShared(Page page) {
    return page.holders > 1;
  }

  synchronized void release(Page page) {
    if (--page.holders == 0) {
      free.push(page);
    }
  }

  /** A page of one's own with the same content. */
  Page copy(Page page) {
    Page copy = take();
    copy.data.copyFrom(page.data);
    copy.broken = page.broken;
    return copy;
  }

  /** Stores one vector of a head at a position within its page. */
  void write(Page page, int layer, int kind, int head, int slot, float[] from, int at) {
    int dim = shape.headDim();
    long to = shape.headAt(layer, kind, head);
    if (!isHeld(from, at)) {
      page.broken = true;
    }
    if (kind == KvSequence.KEYS) {
      writeAcross(page.data, to, slot, from, at);
      return;
    }
    switch (shape.precision()) {
      case F32 ->
          MemorySegment.copy(
              from, at, page.data, ValueLayout.JAVA_FLOAT, to + 4L * slot * dim, dim);
      case F16 -> kernels.floatsToHalves(from, at, page.data, to + 2L * slot * dim, dim);
      case INT8 -> {
        long scaleAt = to + (long) KvShape.PAGE * dim + 4L * slot;
        kernels.floatsToBytes(from, at, page.data, to + (long) slot * dim, scaleAt, dim);
      }
    }
  }

  /** Whether the form that is kept has finite numbers for a vector. */
  private boolean isHeld(float[] from, int at) {
    float most = 0;
    for (int i = at; i < at + shape.headDim(); i++) {
      most = Math.max(most, Math.abs(from[i])); // what is no number stays so
    }
    return most < (shape.precision() == KvPrecision.F16 ? HALF_OVERFLOW : Float.POSITIVE_INFINITY);
  }

  /** Stores a key: element i of all positions of the page lie side by side. */
  private void writeAcross(MemorySegment data, long to, int slot, float[] from, int at) {
    int dim = shape.headDim();
    switch (shape.precision()) {
      case F32 -> {
        for (int i = 0; i < dim; i++) {
          data.set(LittleEndian.FLOAT, to + 4L * (i * KvShape.PAGE + slot), from[at + i]);
        }
      }
      case F16 -> {
        for (int i = 0; i < dim; i++) {
          short half = Float.floatToFloat16(from[at + i]);
          data.set(LittleEndian.SHORT, to + 2L * (i * KvShape.PAGE + slot), half);
        }
      }
      case INT8 -> {
        float scale = kernels.most(from, at, dim) / 127;
        float inverse = scale == 0 ? 0 : 1 / scale;
        var bytes = new byte[dim];
        kernels.round(from, at, dim, inverse, bytes, 0);
        for (int i = 0; i < dim; i++) {
          data.set(ValueLayout.JAVA_BYTE, to + (long) i * KvShape.PAGE + slot, bytes[i]);
        }
        data.set(LittleEndian.FLOAT, to + (long) KvShape.PAGE * dim + 4L * slot, scale);
      }
    }
  }

  /** The keys and values of a head, of which the first {@code held} positions were written. */
  HeadPage head(Page page, int layer, int head, int held) {
    return new HeadPage(
        shape.precision().type(),
        page.data,
        shape.headAt(layer, KvSequence.KEYS, head),
        shape.headAt(layer, KvSequence.VALUES, head),
        shape.headDim(),
        held,
        !page.broken);
  }

  @Override
  public void close() {
    arena.close();
  }
}
