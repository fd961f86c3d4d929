package dev.coderev.model.machine;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Assembled code in memory that may be run and no longer be written, until the JVM ends. It takes
 * four addresses, of arrays or of native memory, in RDI, RSI, RDX and RCX.
 *
 * <p>The caller answers for what the code does with them: nothing checks bounds. While it runs, the
 * JVM cannot stop the thread, so a call should end within milliseconds.
 */
public final class Routine {

  private static final long PAGE = 4096;
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int RUN = 4;
  private static final int PRIVATE_ANONYMOUS = 0x22;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final AddressLayout ADDRESS = ValueLayout.ADDRESS;

  private static final MethodHandle CALL =
      LINKER.downcallHandle(
          FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS),
          Linker.Option.critical(true));

  private final MemorySegment code;

  private Routine(MemorySegment code) {
    this.code = code;
  }

  /** Makes code runnable; nothing when the system does not allow it, as hardened ones do. */
  public static Optional<Routine> of(byte[] code) {
    SymbolLookup calls = LINKER.defaultLookup();
    long size = (code.length + PAGE - 1) / PAGE * PAGE;
    try {
      MethodHandle map =
          LINKER.downcallHandle(
              calls.findOrThrow("mmap"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_LONG));
      long address = (long) map.invokeExact(0L, size, READ | WRITE, PRIVATE_ANONYMOUS, -1, 0L);
      if (address == -1) {
        return Optional.empty();
      }
      MemorySegment memory = MemorySegment.ofAddress(address).reinterpret(size);
      memory.asSlice(0, code.length).copyFrom(MemorySegment.ofArray(code));
      MethodHandle protect =
          LINKER.downcallHandle(
              calls.findOrThrow("mprotect"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_INT));
      if ((int) protect.invokeExact(address, size, READ | RUN) == 0) {
        return Optional.of(new Routine(memory));
      }
      MethodHandle unmap =
          LINKER.downcallHandle(
              calls.findOrThrow("munmap"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
      int _ = (int) unmap.invokeExact(address, size);
      return Optional.empty();
    } catch (Throwable e) {
      throw new IllegalStateException("the system's memory calls failed", e);
    }
  }

  /** Runs the code. */
  public void call(MemorySegment a, MemorySegment b, MemorySegment c, MemorySegment d) {
    try {
      CALL.invokeExact(code, a, b, c, d);
    } catch (Throwable e) {
      throw new IllegalStateException("a call of assembled code failed", e);
    }
  }
}
