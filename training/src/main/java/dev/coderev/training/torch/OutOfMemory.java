package dev.coderev.training.torch;

import java.util.Locale;

/** The fact that a computation asked for more memory than there is. */
public final class OutOfMemory {

  private OutOfMemory() {}

  /**
   * Whether this is what a failure says. Errors of libtorch reach Java as one type, so that nothing
   * but its allocators' own words tells them apart.
   */
  public static boolean is(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return true;
    }
    String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return failure.getClass() == RuntimeException.class
        && (words.contains("can't allocate memory")
            || words.contains("out of memory")
            || words.contains("std::bad_alloc"));
  }
}
