class Counter {
  private int count;

  void add() {
    // ruleid: java.correctness.useless-increment
    count = count++;
  }

  void less(int value) {
    // ruleid: java.correctness.useless-increment
    value = value--;
    // ok: java.correctness.useless-increment
    count = value--;
    // ok: java.correctness.useless-increment
    count++;
    // ok: java.correctness.useless-increment
    count = count + 1;
  }
}
