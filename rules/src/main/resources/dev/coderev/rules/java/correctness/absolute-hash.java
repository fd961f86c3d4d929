import java.util.Random;

class Shards {
  private final Random random = new Random();

  int of(String key) {
    // ruleid: java.correctness.absolute-hash
    return Math.abs(key.hashCode()) % 16;
  }

  int any() {
    // ruleid: java.correctness.absolute-hash
    return Math.abs(random.nextInt()) % 16;
  }

  int floor(String key) {
    // ok: java.correctness.absolute-hash
    return Math.floorMod(key.hashCode(), 16);
  }

  int distance(int left, int right) {
    // ok: java.correctness.absolute-hash
    return Math.abs(left - right);
  }
}
