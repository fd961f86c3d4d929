package dev.coderev.analysis.taint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of places at some point of a function. Immutable.
 *
 * @param guarded which are clean for certain, because a check found them so
 * @param copies which hold the same for certain
 * @param aliases which may be the same object
 */
record Facts(Set<Place> guarded, Set<Pair> copies, Set<Pair> aliases) {
  static final Facts NONE = new Facts(Set.of(), Set.of(), Set.of());
  private static final int MOST = 64;

  /** Two places. */
  record Pair(Place one, Place other) {
    private boolean within(Place place) {
      return one.isWithin(place) || other.isWithin(place);
    }
  }

  Facts {
    guarded = Set.copyOf(guarded);
    copies = Set.copyOf(copies);
    aliases = Set.copyOf(aliases);
  }

  boolean isEmpty() {
    return guarded.isEmpty() && copies.isEmpty() && aliases.isEmpty();
  }

  /** With these places clean, and those that hold the same. */
  Facts guard(Set<Place> places) {
    Set<Place> more = new HashSet<>(guarded);
    more.addAll(places);
    for (Place place : places) {
      for (Pair copy : copies) {
        if (copy.one.equals(place)) {
          more.add(copy.other);
        } else if (copy.other.equals(place)) {
          more.add(copy.one);
        }
      }
    }
    return more.size() > MOST ? this : new Facts(more, copies, aliases);
  }

  /** After an assignment of what one place holds to another. */
  Facts copied(Place target, Place origin) {
    return target.isWithin(origin) || origin.isWithin(target)
        ? this
        : new Facts(guarded, paired(copies, target, origin), paired(aliases, target, origin));
  }

  private static Set<Pair> paired(Set<Pair> pairs, Place target, Place origin) {
    if (pairs.size() >= MOST) {
      return pairs;
    }
    Set<Pair> more = new HashSet<>(pairs);
    more.add(new Pair(target, origin));
    for (Pair pair : pairs) {
      if (pair.one.equals(origin) && pair.other.slot() != target.slot()) {
        more.add(new Pair(target, pair.other));
      } else if (pair.other.equals(origin) && pair.one.slot() != target.slot()) {
        more.add(new Pair(target, pair.one));
      }
    }
    return more;
  }

  /** Other places that a change of one may change. */
  List<Place> others(Place changed) {
    List<Place> others = new ArrayList<>();
    for (Pair pair : aliases) {
      if (changed.isWithin(pair.one)) {
        others.add(pair.other.below(changed.from(pair.one)));
      }
      if (changed.isWithin(pair.other)) {
        others.add(pair.one.below(changed.from(pair.other)));
      }
    }
    return others;
  }

  /** Whether two places, or what they lie in, hold the same for certain. */
  boolean surely(Place one, Place other) {
    for (Pair pair : copies) {
      if ((one.isWithin(pair.one) && other.equals(pair.other.below(one.from(pair.one))))
          || (one.isWithin(pair.other) && other.equals(pair.one.below(one.from(pair.other))))) {
        return true;
      }
    }
    return false;
  }

  /** Without what was known of a place and of what lies below it. */
  Facts without(Place changed) {
    if (isEmpty()) {
      return this;
    }
    Set<Place> clean = new HashSet<>(guarded);
    Set<Pair> same = new HashSet<>(copies);
    Set<Pair> maybe = new HashSet<>(aliases);
    boolean dropped = clean.removeIf(place -> place.isWithin(changed));
    dropped |= same.removeIf(pair -> pair.within(changed));
    dropped |= maybe.removeIf(pair -> pair.within(changed));
    return dropped ? new Facts(clean, same, maybe) : this;
  }

  /** Without the checks of a place, whose contents changed. */
  Facts unguarded(Place changed) {
    if (guarded.isEmpty()) {
      return this;
    }
    Set<Place> clean = new HashSet<>(guarded);
    return clean.removeIf(place -> place.isWithin(changed))
        ? new Facts(clean, copies, aliases)
        : this;
  }

  /** What is known on both ways. */
  Facts join(Facts other) {
    if (equals(other)) {
      return this;
    }
    Set<Place> clean = new HashSet<>(guarded);
    clean.retainAll(other.guarded);
    Set<Pair> same = new HashSet<>(copies);
    same.retainAll(other.copies);
    Set<Pair> maybe = new HashSet<>(aliases);
    if (maybe.size() < MOST) {
      maybe.addAll(other.aliases);
    }
    return new Facts(clean, same, maybe);
  }
}
