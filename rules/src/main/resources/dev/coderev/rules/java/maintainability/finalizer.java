class Handle implements AutoCloseable {
  // ruleid: java.maintainability.finalizer
  @Override
  protected void finalize() {
    close();
  }

  // ok: java.maintainability.finalizer
  @Override
  public void close() {}

  // ok: java.maintainability.finalizer
  public void finalize(String name) {}
}
