package dev.coderev.analysis.taint;

import org.jspecify.annotations.Nullable;

/**
 * A function as a value, with what it was bound to.
 *
 * @param in the file, as the rule sees it, that has the function
 * @param function its number in that file
 * @param around the variables of the enclosing function as they were when it was made
 * @param self the object whose method it is, null for a plain function
 */
record Closure(Analysis in, int function, Scope around, @Nullable Value self) {
  /** The same function; what it is bound to is left aside so that loops come to rest. */
  boolean sameAs(Closure other) {
    return function == other.function && in == other.in;
  }
}
