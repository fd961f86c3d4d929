package dev.coderev.analysis.parse.treesitter.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * What tree-sitter calls back while it parses: for text, and to ask whether to go on.
 *
 * <p>Both get their state from native memory, the {@link #REQUEST}, so two stubs serve all threads.
 */
final class Callbacks {
  /** The state of one parse: where the text is, its length in bytes, when to stop. */
  static final StructLayout REQUEST =
      MemoryLayout.structLayout(
          ADDRESS.withName("text"),
          JAVA_INT.withName("length"),
          MemoryLayout.paddingLayout(4),
          JAVA_LONG.withName("deadline"));

  static final long TEXT = 0;
  static final long LENGTH = 8;
  static final long DEADLINE = 16;

  static final MemorySegment READ =
      stub(
          "read",
          FunctionDescriptor.of(
              ADDRESS,
              ADDRESS.withTargetLayout(REQUEST),
              JAVA_INT,
              JAVA_LONG,
              ADDRESS.withTargetLayout(JAVA_INT)));
  static final MemorySegment PROGRESS =
      stub(
          "mustStop",
          FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS.withTargetLayout(Core.PARSE_STATE)));

  private Callbacks() {}

  /**
   * The text from byte {@code offset} on, all of it.
   *
   * @param point a {@code TSPoint}: two numbers of 32 bits, which all ABIs pass like one of 64
   */
  @SuppressWarnings("unused") // called by tree-sitter
  private static MemorySegment read(
      MemorySegment request, int offset, long point, MemorySegment bytesRead) {
    int length = request.get(JAVA_INT, LENGTH);
    int at = Math.min(Math.max(offset, 0), length);
    bytesRead.set(JAVA_INT, 0, length - at);
    return MemorySegment.ofAddress(request.get(ADDRESS, TEXT).address() + at);
  }

  @SuppressWarnings("unused") // called by tree-sitter
  private static boolean mustStop(MemorySegment state) {
    MemorySegment request = state.get(ADDRESS.withTargetLayout(REQUEST), 0);
    return System.nanoTime() - request.get(JAVA_LONG, DEADLINE) > 0
        || Thread.currentThread().isInterrupted();
  }

  private static MemorySegment stub(String method, FunctionDescriptor descriptor) {
    try {
      MethodHandle target =
          MethodHandles.lookup().findStatic(Callbacks.class, method, descriptor.toMethodType());
      return Linker.nativeLinker().upcallStub(target, descriptor, Arena.global());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
