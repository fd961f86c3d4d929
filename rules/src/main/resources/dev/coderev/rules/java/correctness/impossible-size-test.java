import java.util.List;

class Pages {
  boolean any(List<String> pages) {
    // ruleid: java.correctness.impossible-size-test
    return pages.size() >= 0;
  }

  boolean none(String text) {
    // ruleid: java.correctness.impossible-size-test
    return text.length() < 0;
  }

  boolean array(int[] numbers) {
    // ruleid: java.correctness.impossible-size-test
    return numbers.length >= 0;
  }

  boolean filled(List<String> pages) {
    // ok: java.correctness.impossible-size-test
    return pages.size() > 0;
  }

  boolean found(String text) {
    // ok: java.correctness.impossible-size-test
    return text.indexOf('x') >= 0;
  }
}
