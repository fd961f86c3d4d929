import java.util.Objects;

class Presence {
  boolean missing(String text) {
    // ruleid: java.correctness.equals-null
    return text.equals(null);
  }

  boolean absent(String text) {
    // ok: java.correctness.equals-null
    return text == null;
  }

  boolean same(String text) {
    // ok: java.correctness.equals-null
    return Objects.equals(text, null);
  }
}
