class Kinds {
  boolean same(Object one, Object other) {
    // ruleid: java.correctness.class-compared-by-name
    return one.getClass().getName().equals(other.getClass().getName());
  }

  boolean trusted(Object one) {
    // ruleid: java.correctness.class-compared-by-name
    return one.getClass().getSimpleName().equals("Admin");
  }

  boolean alike(Object one, Object other) {
    // ok: java.correctness.class-compared-by-name
    return one.getClass() == other.getClass();
  }

  String shown(Object one) {
    // ok: java.correctness.class-compared-by-name
    return one.getClass().getName();
  }
}
