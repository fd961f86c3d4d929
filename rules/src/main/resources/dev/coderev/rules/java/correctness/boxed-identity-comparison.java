class Seats {
  boolean same(Integer left, Integer right) {
    // ruleid: java.correctness.boxed-identity-comparison
    return left == right;
  }

  boolean different(Long left, Long right) {
    // ruleid: java.correctness.boxed-identity-comparison
    return left != right;
  }

  boolean equal(Integer left, Integer right) {
    // ok: java.correctness.boxed-identity-comparison
    return left.equals(right);
  }

  boolean mixed(Integer left, int right) {
    // ok: java.correctness.boxed-identity-comparison
    return left == right;
  }

  boolean missing(Integer left) {
    // ok: java.correctness.boxed-identity-comparison
    return left == null;
  }

  boolean plain(int left, int right) {
    // ok: java.correctness.boxed-identity-comparison
    return left == right;
  }
}
