package dev.coderev.analysis.taint;

import dev.coderev.analysis.rule.Placement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A set of taints: at most one for each source and label, by source. Immutable. */
final class Taints {
  static final Taints NONE = new Taints(List.of());

  /** More than this many are cut, the latest sources first. */
  private static final int MOST = 24;

  private final List<Taint> all;

  private Taints(List<Taint> all) {
    this.all = all;
  }

  static Taints of(Taint taint) {
    return new Taints(List.of(taint));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Taint> all() {
    return all;
  }

  /** Both sets; of equal taints the one with the shorter way. */
  Taints and(Taints other) {
    if (other.all.isEmpty() || other == this) {
      return this;
    }
    if (all.isEmpty()) {
      return other;
    }
    List<Taint> merged = new ArrayList<>(all.size() + other.all.size());
    boolean changed = false;
    int i = 0;
    int j = 0;
    while (merged.size() < MOST && (i < all.size() || j < other.all.size())) {
      int order =
          i == all.size() ? 1 : j == other.all.size() ? -1 : all.get(i).compareTo(other.all.get(j));
      if (order < 0) {
        merged.add(all.get(i++));
      } else if (order > 0) {
        merged.add(other.all.get(j++));
        changed = true;
      } else {
        Taint mine = all.get(i++);
        Taint theirs = other.all.get(j++);
        boolean shorter = theirs.way().length() < mine.way().length();
        merged.add(shorter ? theirs : mine);
        changed |= shorter;
      }
    }
    return changed ? new Taints(merged) : this;
  }

  /** The same taints, whatever their ways. */
  boolean sameAs(Taints other) {
    if (this == other) {
      return true;
    }
    if (all.size() != other.all.size()) {
      return false;
    }
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).sameAs(other.all.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The same taint, or else the same escaped or put elsewhere. */
  @Nullable Taint find(Taint like) {
    Taint near = null;
    for (Taint taint : all) {
      if (taint.sameAs(like)) {
        return taint;
      }
      if (taint.source() == like.source() && taint.label().equals(like.label())) {
        near = taint;
      }
    }
    return near;
  }

  Taints step(Site site, String note) {
    return map(taint -> taint.with(taint.way().then(site, note)));
  }

  Taints map(UnaryOperator<Taint> change) {
    if (all.isEmpty()) {
      return this;
    }
    if (all.size() == 1) {
      return of(change.apply(all.getFirst()));
    }
    List<Taint> changed = new ArrayList<>(all.size());
    boolean inOrder = true;
    for (Taint taint : all) {
      Taint now = change.apply(taint);
      inOrder &= changed.isEmpty() || changed.getLast().compareTo(now) < 0;
      changed.add(now);
    }
    return inOrder ? new Taints(changed) : merged(changed);
  }

  /** Those of them that are left in a text where it has got so far. */
  Taints at(TextEnd end) {
    return left(end::fits);
  }

  /** Those of them that are left where they are written into a page. */
  Taints on(TextEnd page) {
    return left(p -> p == Placement.MARKUP ? page.fits(p) : TextEnd.Fit.UNKNOWN);
  }

  private Taints left(Function<Placement, TextEnd.Fit> fits) {
    if (all.stream().allMatch(taint -> taint.asleep() == null)) {
      return this;
    }
    List<Taint> left = new ArrayList<>(all.size());
    for (Taint taint : all) {
      Placement asleep = taint.asleep();
      TextEnd.Fit fit = asleep == null ? TextEnd.Fit.UNKNOWN : fits.apply(asleep);
      if (fit != TextEnd.Fit.HOLDS) {
        left.add(fit == TextEnd.Fit.FAILS ? taint.asleepWithin(null) : taint);
      }
    }
    return merged(left);
  }

  /** Those of them that do harm. */
  Taints awake() {
    return all.stream().allMatch(taint -> taint.asleep() == null)
        ? this
        : merged(all.stream().filter(taint -> taint.asleep() == null).toList());
  }

  private static Taints merged(List<Taint> taints) {
    Taints result = NONE;
    for (Taint taint : taints) {
      result = result.and(of(taint));
    }
    return result;
  }

  Set<String> labels() {
    Set<String> labels = new LinkedHashSet<>();
    for (Taint taint : all) {
      labels.add(taint.label());
    }
    return labels;
  }

  int identityHash() {
    int hash = 7;
    for (Taint taint : all) {
      hash = hash * 31 + taint.source() * 17 + taint.label().hashCode();
    }
    return hash;
  }
}
