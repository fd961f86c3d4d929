package dev.coderev.model.kernel;

import dev.coderev.model.machine.MemoryCalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Memory for weights: zeroed, aligned to cache lines, taken from the system in large pieces. On
 * Linux in huge pages, because a gigabyte of 4 KB pages costs a fifth of the reading speed and most
 * of the time that loading takes.
 */
final class WeightMemory implements AutoCloseable {

  private static final long CACHE_LINE = 64;
  private static final long HUGE_PAGE = 2L << 20;
  private static final long SLAB = 64L << 20;

  private final Arena arena = Arena.ofShared();
  private MemorySegment slab = MemorySegment.NULL;
  private long used;

  /** Zeroed bytes that live until this is closed. */
  synchronized MemorySegment allocate(long bytes) {
    long size = (bytes + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
    if (size > SLAB / 2) {
      return pages(size).asSlice(0, bytes);
    }
    if (used + size > slab.byteSize()) {
      slab = pages(SLAB);
      used = 0;
    }
    MemorySegment taken = slab.asSlice(used, bytes);
    used += size;
    return taken;
  }

  private MemorySegment pages(long bytes) {
    return MemoryCalls.find()
        .flatMap(calls -> huge(calls, bytes))
        .orElseGet(() -> arena.allocate(bytes, CACHE_LINE));
  }

  /** Nothing when the system refuses, for example because of its limits. */
  private Optional<MemorySegment> huge(MemoryCalls calls, long bytes) {
    long wanted = (bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
    long size = wanted + HUGE_PAGE;
    return calls
        .map(size)
        .map(address -> {
          long start = (address + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
          calls.wantHugePages(start, wanted);
          return MemorySegment.ofAddress(address)
              .reinterpret(size, arena, segment -> calls.unmap(segment.address(), size))
              .asSlice(start - address, bytes);
        });
  }

  @Override
  public void close() {
    arena.close();
  }
}
