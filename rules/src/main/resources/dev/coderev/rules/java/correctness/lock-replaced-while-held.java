import java.util.ArrayList;
import java.util.List;

class Queue {
  private List<String> entries = new ArrayList<>();
  private final Object lock = new Object();

  void clear() {
    synchronized (entries) {
      // ruleid: java.correctness.lock-replaced-while-held
      entries = new ArrayList<>();
    }
  }

  void safe() {
    synchronized (lock) {
      // ok: java.correctness.lock-replaced-while-held
      entries = new ArrayList<>();
    }
  }
}
