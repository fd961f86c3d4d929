class Colours {
  private static final String RED = "red";
  private String name;

  boolean red(String text) {
    // ruleid: java.correctness.string-identity-comparison
    return text == "red";
  }

  boolean other() {
    // ruleid: java.correctness.string-identity-comparison
    return name != "green";
  }

  boolean none(String text) {
    // ok: java.correctness.string-identity-comparison
    return text == null;
  }

  boolean equal(String text) {
    // ok: java.correctness.string-identity-comparison
    return "red".equals(text) && !RED.equals(name);
  }

  boolean number(int count) {
    // ok: java.correctness.string-identity-comparison
    return count == 3;
  }

  boolean sameNames(String one, String other) {
    // ruleid: java.correctness.string-identity-comparison
    return one == other;
  }

  boolean shortCut(String one, String other) {
    // ok: java.correctness.string-identity-comparison
    return one == other || one.equals(other);
  }

  boolean shortCutFirst(String one, String other) {
    // ok: java.correctness.string-identity-comparison
    if (one == other) {
      return true;
    }
    return one != null && one.equals(other);
  }
}
