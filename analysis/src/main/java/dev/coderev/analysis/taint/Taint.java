package dev.coderev.analysis.taint;

/**
 * Untrustedness of a value: from one source, with one label.
 *
 * @param source number of the match in the {@link Session}
 * @param way how it came here; no part of what tells two taints apart
 */
record Taint(int source, String label, Way way) {
  boolean sameAs(Taint other) {
    return source == other.source && label.equals(other.label);
  }

  int compareTo(Taint other) {
    return source != other.source
        ? Integer.compare(source, other.source)
        : label.compareTo(other.label);
  }

  Taint with(Way newWay) {
    return new Taint(source, label, newWay);
  }
}
