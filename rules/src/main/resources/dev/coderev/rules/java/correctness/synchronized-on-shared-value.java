class Stock {
  private final String name = "stock";
  private Integer count = 0;
  private final Object lock = new Object();

  void add() {
    // ruleid: java.correctness.synchronized-on-shared-value
    synchronized (count) {
      count++;
    }
    // ruleid: java.correctness.synchronized-on-shared-value
    synchronized (name) {
      count++;
    }
    // ruleid: java.correctness.synchronized-on-shared-value
    synchronized (new Object()) {
      count++;
    }
    // ok: java.correctness.synchronized-on-shared-value
    synchronized (lock) {
      count++;
    }
    // ok: java.correctness.synchronized-on-shared-value
    synchronized (this) {
      count++;
    }
  }
}
