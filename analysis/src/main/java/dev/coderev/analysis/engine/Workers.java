package dev.coderev.analysis.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Threads with deep stacks that share a row of numbered tasks. */
final class Workers {
  /** Reserved, not used: deep code needs deep recursion. */
  private static final long STACK_BYTES = 256L << 20;

  private final int jobs;
  private volatile boolean stopped;

  Workers(int jobs) {
    this.jobs = jobs;
  }

  /** Whether the calling thread was interrupted, so that tasks were left out. */
  boolean stopped() {
    return stopped;
  }

  /**
   * Runs the tasks {@code 0 … tasks - 1}, each once, in about this order, and waits for them. If
   * the calling thread is interrupted, the remaining tasks are left out and its flag is set on
   * return.
   *
   * @param worker made once for each thread
   */
  void run(int tasks, Supplier<IntConsumer> worker) {
    AtomicInteger taken = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(jobs, tasks); i++) {
      Runnable work =
          () -> {
            IntConsumer task = worker.get();
            int next = taken.getAndIncrement();
            while (next < tasks && !stopped) {
              task.accept(next);
              next = taken.getAndIncrement();
            }
          };
      threads.add(new Thread(null, work, "analysis-" + (i + 1), STACK_BYTES));
    }
    threads.forEach(Thread::start);
    threads.forEach(this::await);
  }

  private void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        stopped = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
