import java.util.concurrent.locks.Condition;

class Slot {
  private Condition free;
  private final Object monitor = new Object();

  void use() throws InterruptedException {
    // ruleid: java.correctness.condition-object-wait
    free.wait();
    // ruleid: java.correctness.condition-object-wait
    free.notifyAll();
    // ok: java.correctness.condition-object-wait
    free.await();
    // ok: java.correctness.condition-object-wait
    free.signalAll();
    // ok: java.correctness.condition-object-wait
    monitor.notifyAll();
  }
}
