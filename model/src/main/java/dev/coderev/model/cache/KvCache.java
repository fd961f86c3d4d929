package dev.coderev.model.cache;

import dev.coderev.model.ModelException;
import dev.coderev.model.kernel.Kernels;
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

    Page(MemorySegment data) {
      this.data = data;
    }
  }

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
    return copy;
  }

  /** Stores one vector of a head at a position within its page. */
  void write(Page page, int layer, int kind, int head, int slot, float[] from, int at) {
    int dim = shape.headDim();
    long to = shape.headAt(layer, kind, head);
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

  /** The first {@code count} keys or values of a head as floats. */
  void read(Page page, int layer, int kind, int head, int count, float[] into) {
    int dim = shape.headDim();
    long from = shape.headAt(layer, kind, head);
    switch (shape.precision()) {
      case F32 -> MemorySegment.copy(page.data, ValueLayout.JAVA_FLOAT, from, into, 0, count * dim);
      case F16 -> kernels.halvesToFloats(page.data, from, into, 0, count * dim);
      case INT8 -> {
        long scales = from + (long) KvShape.PAGE * dim;
        kernels.bytesToFloats(page.data, from, scales, into, 0, dim, count);
      }
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
