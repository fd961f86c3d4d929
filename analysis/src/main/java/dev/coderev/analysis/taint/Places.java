package dev.coderev.analysis.taint;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A set of places that are clean under some condition. Immutable; every place where the condition
 * cannot hold.
 */
record Places(boolean isAll, Set<Place> some) {
  static final Places NONE = new Places(false, Set.of());
  static final Places ALL = new Places(true, Set.of());

  static Places of(Set<Place> places) {
    return places.isEmpty() ? NONE : new Places(false, Set.copyOf(places));
  }

  boolean isEmpty() {
    return !isAll && some.isEmpty();
  }

  /** Those of either set: both conditions hold. */
  Places and(Places other) {
    if (isAll || other.isAll) {
      return ALL;
    }
    if (other.some.isEmpty()) {
      return this;
    }
    Set<Place> all = new HashSet<>(some);
    all.addAll(other.some);
    return of(all);
  }

  /** Those of both sets: one of the conditions holds. */
  Places or(Places other) {
    if (isAll) {
      return other;
    }
    return other.isAll ? this : where(other.some::contains);
  }

  Places where(Predicate<Place> condition) {
    if (some.isEmpty()) {
      return this;
    }
    Set<Place> left = new HashSet<>(some);
    left.removeIf(condition.negate());
    return left.size() == some.size() ? this : of(left);
  }
}
