package dev.coderev.analysis.taint;

import java.util.HashSet;
import java.util.Set;

/**
 * What is certain of places at some point of a function: which were found clean by a guard, and
 * which hold the same as another. Immutable.
 */
record Facts(Set<Place> guarded, Set<Copy> copies) {
  static final Facts NONE = new Facts(Set.of(), Set.of());
  private static final int MOST = 64;

  /** Two places that hold the same. */
  record Copy(Place one, Place other) {}

  Facts {
    guarded = Set.copyOf(guarded);
    copies = Set.copyOf(copies);
  }

  boolean isEmpty() {
    return guarded.isEmpty() && copies.isEmpty();
  }

  /** With these places clean, and those that hold the same. */
  Facts guard(Set<Place> places) {
    Set<Place> more = new HashSet<>(guarded);
    more.addAll(places);
    for (Place place : places) {
      for (Copy copy : copies) {
        if (copy.one.equals(place)) {
          more.add(copy.other);
        } else if (copy.other.equals(place)) {
          more.add(copy.one);
        }
      }
    }
    return more.size() > MOST ? this : new Facts(more, copies);
  }

  Facts copied(Place target, Place origin) {
    if (copies.size() >= MOST || target.slot() == origin.slot()) {
      return this;
    }
    Set<Copy> more = new HashSet<>(copies);
    more.add(new Copy(target, origin));
    for (Copy copy : copies) {
      if (copy.one.equals(origin) && copy.other.slot() != target.slot()) {
        more.add(new Copy(target, copy.other));
      } else if (copy.other.equals(origin) && copy.one.slot() != target.slot()) {
        more.add(new Copy(target, copy.one));
      }
    }
    return new Facts(guarded, more);
  }

  /** Without what was known of a place and of what lies below it. */
  Facts without(Place changed) {
    if (isEmpty()) {
      return this;
    }
    Set<Place> left = new HashSet<>(guarded);
    Set<Copy> same = new HashSet<>(copies);
    boolean dropped = left.removeIf(place -> place.isWithin(changed));
    dropped |= same.removeIf(c -> c.one.isWithin(changed) || c.other.isWithin(changed));
    return dropped ? new Facts(left, same) : this;
  }

  /** What is certain on both ways. */
  Facts join(Facts other) {
    if (isEmpty()) {
      return this;
    }
    Set<Place> both = new HashSet<>(guarded);
    Set<Copy> same = new HashSet<>(copies);
    boolean dropped = both.retainAll(other.guarded);
    dropped |= same.retainAll(other.copies);
    return dropped ? new Facts(both, same) : this;
  }
}
