import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Account {
  private final Lock lock = new ReentrantLock();
  private long balance;

  void add(long amount) {
    // ruleid: java.correctness.unlock-outside-finally
    lock.lock();
    balance = Math.addExact(balance, amount);
    lock.unlock();
  }

  void safe(long amount) {
    // ok: java.correctness.unlock-outside-finally
    lock.lock();
    try {
      balance = Math.addExact(balance, amount);
    } finally {
      lock.unlock();
    }
  }
}
