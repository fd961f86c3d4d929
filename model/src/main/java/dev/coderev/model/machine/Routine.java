package dev.coderev.model.machine;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
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
    return MemoryCalls.find().flatMap(calls -> runnable(calls, code));
  }

  private static Optional<Routine> runnable(MemoryCalls calls, byte[] code) {
    long size = (code.length + PAGE - 1) / PAGE * PAGE;
    Optional<Long> address = calls.map(size);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    MemorySegment memory = MemorySegment.ofAddress(address.get()).reinterpret(size);
    memory.asSlice(0, code.length).copyFrom(MemorySegment.ofArray(code));
    if (!calls.makeRunnable(address.get(), size)) {
      calls.unmap(address.get(), size);
      return Optional.empty();
    }
    return Optional.of(new Routine(memory));
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
