import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Transactional;

class Transfers {
  // ruleid: java.correctness.private-transactional
  @Transactional
  private void move(long amount) {}

  // ruleid: java.correctness.private-transactional
  @Async
  private void later() {}

  // ok: java.correctness.private-transactional
  @Transactional
  public void book(long amount) {
    move(amount);
  }

  // ok: java.correctness.private-transactional
  private void plain() {}
}
