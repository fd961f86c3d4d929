class Registry {
  private static Registry instance;
  private static volatile Registry safe;

  static Registry get() {
    // ruleid: java.correctness.double-checked-locking
    if (instance == null) {
      synchronized (Registry.class) {
        if (instance == null) {
          instance = new Registry();
        }
      }
    }
    return instance;
  }

  static Registry safe() {
    // ok: java.correctness.double-checked-locking
    if (safe == null) {
      synchronized (Registry.class) {
        if (safe == null) {
          safe = new Registry();
        }
      }
    }
    return safe;
  }

  static synchronized Registry simple() {
    // ok: java.correctness.double-checked-locking
    if (instance == null) {
      instance = new Registry();
    }
    return instance;
  }
}
