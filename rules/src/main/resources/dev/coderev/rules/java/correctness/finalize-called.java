class Handles {
  void release(Handles other) throws Throwable {
    // ruleid: java.correctness.finalize-called
    other.finalize();
    // ok: java.correctness.finalize-called
    other.close();
  }

  void close() {}

  @Override
  protected void finalize() throws Throwable {
    // ok: java.correctness.finalize-called
    super.finalize();
  }
}
