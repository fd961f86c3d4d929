class Counters {
  private int count;

  void add() {
    // ruleid: java.correctness.empty-synchronized
    synchronized (this) {
    }
    count++;
  }

  void addSafely() {
    // ok: java.correctness.empty-synchronized
    synchronized (this) {
      count++;
    }
  }
}
