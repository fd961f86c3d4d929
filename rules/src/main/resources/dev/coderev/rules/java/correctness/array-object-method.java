import java.util.Arrays;
import java.util.List;

class Frames {
  boolean same(byte[] left, byte[] right) {
    // ruleid: java.correctness.array-object-method
    return left.equals(right);
  }

  boolean names(String[] left, String[] right) {
    // ruleid: java.correctness.array-object-method
    return left.equals(right);
  }

  boolean elements(byte[] left, byte[] right) {
    // ok: java.correctness.array-object-method
    return Arrays.equals(left, right);
  }

  boolean lists(List<String> left, List<String> right) {
    // ok: java.correctness.array-object-method
    return left.equals(right);
  }

  boolean first(String[] left, String right) {
    // ok: java.correctness.array-object-method
    return left[0].equals(right);
  }
}
