package dev.coderev.analysis.taint;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a value that is tested: the places that are clean where it is true, and those
 * that are clean where it is false. Null and zero count as false.
 */
record Implied(Places whenTrue, Places whenFalse) {
  static final Implied NOTHING = new Implied(Places.NONE, Places.NONE);

  /** What a constant implies: that the opposite never is. */
  static Implied byConstant(@Nullable Object constant, Places now) {
    Boolean truth = FunctionRun.truth(constant);
    if (truth == null) {
      return NOTHING;
    }
    return truth ? new Implied(now, Places.ALL) : new Implied(Places.ALL, now);
  }

  boolean isNothing() {
    return whenTrue.isEmpty() && whenFalse.isEmpty();
  }

  Implied not() {
    return new Implied(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
  }

  /** What both say of the same value. */
  Implied plus(Implied other) {
    return new Implied(whenTrue.and(other.whenTrue), whenFalse.and(other.whenFalse));
  }

  Implied and(Implied other) {
    return new Implied(whenTrue.and(other.whenTrue), whenFalse.or(whenTrue.and(other.whenFalse)));
  }

  Implied or(Implied other) {
    return not().and(other.not()).not();
  }

  /** What holds whichever of the two the value is. */
  Implied join(Implied other) {
    return new Implied(whenTrue.or(other.whenTrue), whenFalse.or(other.whenFalse));
  }

  Implied where(Predicate<Place> condition) {
    Places yes = whenTrue.where(condition);
    Places no = whenFalse.where(condition);
    return new Implied(yes, no);
  }
}
