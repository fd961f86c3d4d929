package dev.coderev.model.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
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

  private static final int READ_WRITE = 3;
  private static final int PRIVATE_ANONYMOUS = 0x22;
  private static final int HUGE_PAGES_WANTED = 14;

  /** The system calls of Linux that the Java API has no word for. */
  private static final class Calls {
    final MethodHandle map;
    final MethodHandle unmap;
    final MethodHandle advise;

    Calls(Linker linker, SymbolLookup lookup) {
      map =
          linker.downcallHandle(
              lookup.findOrThrow("mmap"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_LONG));
      unmap =
          linker.downcallHandle(
              lookup.findOrThrow("munmap"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
      advise =
          linker.downcallHandle(
              lookup.findOrThrow("madvise"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_INT));
    }

    static Optional<Calls> find() {
      if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
        return Optional.empty();
      }
      Linker linker = Linker.nativeLinker();
      return Optional.of(new Calls(linker, linker.defaultLookup()));
    }
  }

  private static final Optional<Calls> CALLS = Calls.find();

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
    return CALLS
        .flatMap(calls -> huge(calls, bytes))
        .orElseGet(() -> arena.allocate(bytes, CACHE_LINE));
  }

  /** Nothing when the system refuses, for example because of its limits. */
  private Optional<MemorySegment> huge(Calls calls, long bytes) {
    long size = (bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE + HUGE_PAGE;
    try {
      long address = (long) calls.map.invokeExact(0L, size, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
      if (address == -1) {
        return Optional.empty();
      }
      long start = (address + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
      long wanted = size - HUGE_PAGE;
      int refused = (int) calls.advise.invokeExact(start, wanted, HUGE_PAGES_WANTED);
      assert refused <= 0; // without huge pages the memory is as good, only slower
      MemorySegment whole =
          MemorySegment.ofAddress(address)
              .reinterpret(size, arena, segment -> unmap(calls, segment.address(), size));
      return Optional.of(whole.asSlice(start - address, bytes));
    } catch (Throwable e) {
      throw new IllegalStateException("the system's memory calls failed", e);
    }
  }

  private static void unmap(Calls calls, long address, long size) {
    try {
      int failed = (int) calls.unmap.invokeExact(address, size);
      assert failed == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("munmap failed", e);
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
