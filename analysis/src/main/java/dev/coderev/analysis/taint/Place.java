package dev.coderev.analysis.taint;

/**
 * What an expression names: a variable, or something that is reached from it.
 *
 * @param slot of the variable at its root
 * @param path from there, such as {@code .query.id}, empty for the variable itself
 */
record Place(int slot, String path) {
  static Place of(int slot) {
    return new Place(slot, "");
  }

  Place below(String step) {
    return new Place(slot, path + step);
  }

  /** Whether it is {@code other} or lies below it. */
  boolean isWithin(Place other) {
    return slot == other.slot && path.startsWith(other.path);
  }
}
