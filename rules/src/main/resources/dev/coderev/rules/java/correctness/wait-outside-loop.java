class Gate {
  private final Object lock = new Object();
  private boolean open;

  void pass() throws InterruptedException {
    synchronized (lock) {
      if (!open) {
        // ruleid: java.correctness.wait-outside-loop
        lock.wait();
      }
    }
  }

  void loop() throws InterruptedException {
    synchronized (lock) {
      while (!open) {
        // ok: java.correctness.wait-outside-loop
        lock.wait();
      }
    }
  }

  void process(Process process) throws InterruptedException {
    // ok: java.correctness.wait-outside-loop
    process.waitFor();
  }
}
