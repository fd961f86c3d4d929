import java.util.List;
import java.util.concurrent.ExecutorService;

class Fetcher {
  void all(List<Runnable> tasks, ExecutorService pool) {
    for (Runnable task : tasks) {
      // ruleid: java.performance.unbounded-thread-per-task
      new Thread(task).start();
      // ok: java.performance.unbounded-thread-per-task
      pool.submit(task);
    }
    // ok: java.performance.unbounded-thread-per-task
    new Thread(() -> System.out.println("done")).start();
  }
}
