class Pump {
  void go(Runnable task) {
    Thread thread = new Thread(task);
    // ruleid: java.correctness.thread-run
    thread.run();
    // ruleid: java.correctness.thread-run
    new Thread(task).run();
    // ok: java.correctness.thread-run
    thread.start();
    // ok: java.correctness.thread-run
    task.run();
  }
}

class Worker extends Thread {
  @Override
  public void run() {
    // ok: java.correctness.thread-run
    super.run();
  }
}
