class Flags {
  Boolean enabled(String name) {
    if (name == null) {
      // ruleid: java.correctness.null-boolean
      return null;
    }
    return name.startsWith("on");
  }

  boolean plain(String name) {
    // ok: java.correctness.null-boolean
    return name != null;
  }

  String text(String name) {
    // ok: java.correctness.null-boolean
    return null;
  }
}
