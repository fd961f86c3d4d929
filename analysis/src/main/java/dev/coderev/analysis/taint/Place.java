package dev.coderev.analysis.taint;

import java.util.ArrayList;
import java.util.List;

/**
 * What an expression names: a variable, or something that is reached from it.
 *
 * @param slot of the variable at its root
 * @param path from there: names of fields, constant keys and indexes, and {@link Called} methods
 */
record Place(int slot, List<Object> path) {
  Place {
    path = List.copyOf(path);
  }

  /** A method that is called with constants. */
  record Called(String name, List<Object> arguments) {}

  static Place of(int slot) {
    return new Place(slot, List.of());
  }

  Place below(Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return new Place(slot, longer);
  }

  Place below(List<Object> steps) {
    List<Object> longer = new ArrayList<>(path);
    longer.addAll(steps);
    return new Place(slot, longer);
  }

  /** Whether it is {@code other} or lies below it. */
  boolean isWithin(Place other) {
    return slot == other.slot
        && path.size() >= other.path.size()
        && path.subList(0, other.path.size()).equals(other.path);
  }

  /** The steps that lead here from a place that this one is within. */
  List<Object> from(Place above) {
    return path.subList(above.path.size(), path.size());
  }
}
