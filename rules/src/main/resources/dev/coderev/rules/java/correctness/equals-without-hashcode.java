// ruleid: java.correctness.equals-without-hashcode
class Point {
  private int x;

  @Override
  public boolean equals(Object other) {
    return other instanceof Point point && point.x == x;
  }
}

// ok: java.correctness.equals-without-hashcode
class Size {
  private int width;

  @Override
  public int hashCode() {
    return width;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Size size && size.width == width;
  }

  // ruleid: java.correctness.equals-without-hashcode
  static final class Unit implements Comparable<Unit> {
    @Override
    public boolean equals(Object other) {
      return other instanceof Unit;
    }

    @Override
    public int compareTo(Unit other) {
      return 0;
    }
  }
}

// ok: java.correctness.equals-without-hashcode
class Matcher {
  boolean equals(String text) {
    return text.isEmpty();
  }
}

// ok: java.correctness.equals-without-hashcode
class Area extends Size {
  @Override
  public boolean equals(Object other) {
    return other instanceof Area && super.equals(other);
  }
}

// ok: java.correctness.equals-without-hashcode
record Pair(int left, int right) {}
