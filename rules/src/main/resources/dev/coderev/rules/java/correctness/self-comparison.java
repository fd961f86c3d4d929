import java.util.Objects;

class Ranges {
  private int low;
  private String name;

  boolean same(Ranges other) {
    // ruleid: java.correctness.self-comparison
    return low == low;
  }

  boolean named(Ranges other) {
    // ruleid: java.correctness.self-comparison
    return name.equals(name);
  }

  boolean nullable(Ranges other) {
    // ruleid: java.correctness.self-comparison
    return Objects.equals(name, name);
  }

  boolean right(Ranges other) {
    // ok: java.correctness.self-comparison
    return low == other.low && name.equals(other.name);
  }

  boolean notANumber(double value) {
    // ok: java.correctness.self-comparison
    return value != value;
  }

  boolean drawn(java.util.Iterator<Integer> dice) {
    // ok: java.correctness.self-comparison
    return dice.next() == dice.next();
  }
}
