class Player {
  void end(Thread thread, Tape tape) {
    // ruleid: java.maintainability.obsolete-thread-control
    thread.stop();
    // ok: java.maintainability.obsolete-thread-control
    thread.interrupt();
    // ok: java.maintainability.obsolete-thread-control
    tape.stop();
  }
}

interface Tape {
  void stop();
}
