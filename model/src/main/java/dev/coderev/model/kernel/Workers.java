package dev.coderev.model.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A small fixed set of threads that share the tasks of one piece of work at a time.
 *
 * <p>The caller works too. The others take tasks until none are left, look for the next piece for
 * some microseconds (a transformer has one every 100 or so), and then sleep. Which thread takes a
 * task is left open, so tasks must not depend on it.
 */
public final class Workers implements AutoCloseable {

  /** Looks for new work before a thread sleeps: about 30 microseconds. */
  private static final int LOOKS = 1_000;

  /**
   * Nanoseconds; a caller is woken when its work ends, this only bounds a wake-up that was lost.
   */
  private static final long LONGEST_SLEEP = 1_000_000;

  /** One piece of work; a thread that comes late sees that nothing is left of it. */
  private static final class Work {
    private final int tasks;
    private final IntConsumer body;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Work(int tasks, IntConsumer body) {
      this.tasks = tasks;
      this.body = body;
      this.left = new AtomicInteger(tasks);
    }

    void take() {
      for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            body.accept(task);
          }
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        } finally {
          if (left.decrementAndGet() == 0) {
            LockSupport.unpark(caller);
          }
        }
      }
    }
  }

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong version = new AtomicLong();
  private final AtomicInteger sleepers = new AtomicInteger();
  private volatile @Nullable Work current;
  private volatile boolean closed;

  /**
   * @param count threads, the caller's included
   */
  public Workers(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + count);
    }
    for (int i = 1; i < count; i++) {
      threads.add(Thread.ofPlatform().daemon().name("model-worker-" + i).unstarted(this::serve));
    }
    threads.forEach(Thread::start);
  }

  /** The number of threads, the caller's included. */
  public int count() {
    return threads.size() + 1;
  }

  /**
   * Runs {@code body} for 0 to {@code tasks} − 1 and returns when all have ended. One caller at a
   * time; the first failure is thrown after the others have ended.
   */
  public synchronized void run(int tasks, IntConsumer body) {
    if (threads.isEmpty() || tasks <= 1 || closed) {
      for (int task = 0; task < tasks; task++) {
        body.accept(task);
      }
      return;
    }
    var work = new Work(tasks, body);
    current = work;
    version.incrementAndGet();
    if (sleepers.get() > 0) {
      threads.forEach(LockSupport::unpark);
    }
    work.take();
    for (int look = 0; work.left.get() > 0; look++) {
      if (look < LOOKS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(work, LONGEST_SLEEP);
      }
    }
    current = null;
    Throwable failure = work.failure.get();
    if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void serve() {
    long seen = 0;
    while (!closed) {
      seen = await(seen);
      Work work = current;
      if (work != null) {
        work.take();
      }
    }
  }

  /** Waits until the version differs from {@code seen} and gives it. */
  private long await(long seen) {
    for (int look = 0; look < LOOKS; look++) {
      long now = version.get();
      if (now != seen) {
        return now;
      }
      Thread.onSpinWait();
    }
    sleepers.incrementAndGet();
    try {
      while (version.get() == seen && !closed) {
        LockSupport.park(this);
      }
    } finally {
      sleepers.decrementAndGet();
    }
    return version.get();
  }

  /** Ends the threads; work that comes later runs on its caller. */
  @Override
  public void close() {
    closed = true;
    version.incrementAndGet();
    threads.forEach(LockSupport::unpark);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
