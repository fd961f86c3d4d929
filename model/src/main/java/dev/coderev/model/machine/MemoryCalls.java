package dev.coderev.model.machine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/**
 * The system calls of Linux for memory that the Java API has no word for, by POSIX and man pages.
 */
public final class MemoryCalls {
  private static final int READ_WRITE = 3;
  private static final int READ_RUN = 5;
  private static final int PRIVATE_ANONYMOUS = 0x22;
  private static final int HUGE_PAGES_WANTED = 14;
  private static final Optional<MemoryCalls> FOUND = lookUp();

  private final MethodHandle map;
  private final MethodHandle unmap;
  private final MethodHandle protect;
  private final MethodHandle advise;

  private MemoryCalls(Linker linker, SymbolLookup lookup) {
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
    FunctionDescriptor change =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT);
    protect = linker.downcallHandle(lookup.findOrThrow("mprotect"), change);
    advise = linker.downcallHandle(lookup.findOrThrow("madvise"), change);
  }

  private static Optional<MemoryCalls> lookUp() {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    return Optional.of(new MemoryCalls(linker, linker.defaultLookup()));
  }

  /** The calls; nothing on systems other than Linux. */
  public static Optional<MemoryCalls> find() {
    return FOUND;
  }

  /** The address of so many new zeroed bytes, whole pages; empty where the system refuses. */
  public Optional<Long> map(long size) {
    try {
      long address = (long) map.invokeExact(0L, size, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
      return address == -1 ? Optional.empty() : Optional.of(address);
    } catch (Throwable e) {
      throw new IllegalStateException("mmap failed", e);
    }
  }

  /** Gives mapped memory back. */
  public void unmap(long address, long size) {
    try {
      int failed = (int) unmap.invokeExact(address, size);
      assert failed == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("munmap failed", e);
    }
  }

  /** Lets memory be run and no longer be written; false where the system refuses. */
  boolean makeRunnable(long address, long size) {
    try {
      return (int) protect.invokeExact(address, size, READ_RUN) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("mprotect failed", e);
    }
  }

  /** Asks for huge pages; without them the memory is as good, only slower. */
  public void wantHugePages(long address, long size) {
    try {
      int refused = (int) advise.invokeExact(address, size, HUGE_PAGES_WANTED);
      assert refused <= 0;
    } catch (Throwable e) {
      throw new IllegalStateException("madvise failed", e);
    }
  }
}
