import java.util.concurrent.atomic.AtomicInteger;

class Boxes {
  Object[] all(String text) {
    return new Object[] {
      // ruleid: java.performance.boxed-constructor
      new Integer(5),
      // ruleid: java.performance.boxed-constructor
      new Boolean(true),
      // ruleid: java.performance.boxed-constructor
      new Double("1.5"),
      // ok: java.performance.boxed-constructor
      Integer.valueOf(5),
      // ok: java.performance.boxed-constructor
      new AtomicInteger(5)
    };
  }
}
