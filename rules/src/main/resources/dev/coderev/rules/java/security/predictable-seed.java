import java.security.SecureRandom;
import java.util.Random;

class Dice {
  void seeds(byte[] entropy, long seed) {
    // ruleid: java.security.predictable-seed
    new SecureRandom("dice".getBytes());
    SecureRandom random = new SecureRandom();
    // ruleid: java.security.predictable-seed
    random.setSeed(System.currentTimeMillis());
    // ruleid: java.security.predictable-seed
    random.setSeed(42);
    // ok: java.security.predictable-seed
    random.setSeed(entropy);
    // ok: java.security.predictable-seed
    new SecureRandom();
    Random game = new Random();
    // ok: java.security.predictable-seed
    game.setSeed(42);
  }
}
