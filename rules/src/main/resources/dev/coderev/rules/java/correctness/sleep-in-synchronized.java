class Feed {
  private final Object lock = new Object();

  void block() throws InterruptedException {
    synchronized (lock) {
      // ruleid: java.correctness.sleep-in-synchronized
      Thread.sleep(100);
    }
  }

  synchronized void method() throws InterruptedException {
    // ruleid: java.correctness.sleep-in-synchronized
    Thread.sleep(100);
  }

  void outside() throws InterruptedException {
    synchronized (lock) {
      lock.notifyAll();
    }
    // ok: java.correctness.sleep-in-synchronized
    Thread.sleep(100);
  }
}
