package dev.coderev.analysis.taint;

import dev.coderev.analysis.rule.Placement;
import org.jspecify.annotations.Nullable;

/**
 * Untrustedness of a value: from one source, with one label.
 *
 * @param source number of the match in the {@link Session}
 * @param way how it came here; no part of what tells two taints apart
 * @param asleep where the value, which is escaped, does no harm; null where nothing is escaped
 */
record Taint(int source, String label, Way way, @Nullable Placement asleep) {
  Taint(int source, String label, Way way) {
    this(source, label, way, null);
  }

  boolean sameAs(Taint other) {
    return source == other.source && label.equals(other.label) && asleep == other.asleep;
  }

  int compareTo(Taint other) {
    if (source != other.source) {
      return Integer.compare(source, other.source);
    }
    int labels = label.compareTo(other.label);
    return labels != 0 ? labels : Integer.compare(depth(), other.depth());
  }

  private int depth() {
    return asleep == null ? 0 : asleep.ordinal() + 1;
  }

  Taint with(Way newWay) {
    return new Taint(source, label, newWay, asleep);
  }

  /** This taint after a call that is known to escape for a placement, and so leaves no doubt. */
  Taint escapedWithin(Placement placement) {
    return new Taint(source, label, way.undoubted(), placement);
  }

  Taint asleepWithin(@Nullable Placement placement) {
    return new Taint(source, label, way, placement);
  }
}
