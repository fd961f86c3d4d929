class Cache {
  void clear(Collector collector) {
    // ruleid: java.performance.explicit-gc
    System.gc();
    // ruleid: java.performance.explicit-gc
    Runtime.getRuntime().gc();
    // ok: java.performance.explicit-gc
    collector.gc();
    // ok: java.performance.explicit-gc
    Runtime.getRuntime().freeMemory();
  }
}

interface Collector {
  void gc();
}
