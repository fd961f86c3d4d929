package dev.coderev.analysis.taint;

import org.jspecify.annotations.Nullable;

/**
 * The variables of a function at some moment, by slot. Whoever takes one must not change it.
 *
 * @param function whose variables these are
 */
record Scope(int function, @Nullable Value[] slots) {
  /** The value of a slot, {@link Value#UNKNOWN} where it was never set. */
  Value get(int slot) {
    Value value = slot < slots.length ? slots[slot] : null;
    return value == null ? Value.UNKNOWN : value;
  }
}
