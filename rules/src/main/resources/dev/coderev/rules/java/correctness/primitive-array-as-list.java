import java.util.Arrays;
import java.util.List;

class Primes {
  private final int[] primes = {2, 3, 5};
  private final Integer[] boxed = {2, 3, 5};

  boolean prime(int number) {
    // ruleid: java.correctness.primitive-array-as-list
    return Arrays.asList(primes).contains(number);
  }

  List<Integer> boxed() {
    // ok: java.correctness.primitive-array-as-list
    return Arrays.asList(boxed);
  }

  List<Integer> listed() {
    // ok: java.correctness.primitive-array-as-list
    return Arrays.asList(2, 3, 5);
  }
}
