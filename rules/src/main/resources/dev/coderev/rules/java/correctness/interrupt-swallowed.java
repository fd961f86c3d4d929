class Poller {
  void empty() {
    // ruleid: java.correctness.interrupt-swallowed
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
    }
  }

  void printed() {
    // ruleid: java.correctness.interrupt-swallowed
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      e.printStackTrace();
    }
  }

  void restored() {
    // ok: java.correctness.interrupt-swallowed
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void thrown() {
    // ok: java.correctness.interrupt-swallowed
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
