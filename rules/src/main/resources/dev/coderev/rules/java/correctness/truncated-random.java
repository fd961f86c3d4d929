class Colour {
  int broken() {
    // ruleid: java.correctness.truncated-random
    return (int) Math.random() * 255;
  }

  int right() {
    // ok: java.correctness.truncated-random
    return (int) (Math.random() * 255);
  }

  double fraction() {
    // ok: java.correctness.truncated-random
    return Math.random() * 255;
  }
}
