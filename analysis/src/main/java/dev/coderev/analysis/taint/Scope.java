package dev.coderev.analysis.taint;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The variables of a function at some moment, by slot. */
final class Scope {
  private final int function;
  private final @Nullable Value[] slots;

  /**
   * @param function whose variables these are
   * @param slots not to be changed any more
   */
  Scope(int function, @Nullable Value[] slots) {
    this.function = function;
    this.slots = slots;
  }

  int function() {
    return function;
  }

  /** The same with every value changed. */
  Scope map(UnaryOperator<Value> change) {
    @Nullable Value[] changed = slots.clone();
    for (int i = 0; i < changed.length; i++) {
      Value value = changed[i];
      changed[i] = value == null ? null : change.apply(value);
    }
    return new Scope(function, changed);
  }

  int size() {
    return slots.length;
  }

  /** The value of a slot, {@link Value#UNKNOWN} where it was never set. */
  Value get(int slot) {
    Value value = slot < slots.length ? slots[slot] : null;
    return value == null ? Value.UNKNOWN : value;
  }
}
