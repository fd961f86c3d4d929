import javax.crypto.spec.PBEKeySpec;

class Derivation {
  private static final int ROUNDS = 1000;

  void specs(char[] password, byte[] salt, int configured) {
    // ruleid: java.security.pbkdf2-few-rounds
    new PBEKeySpec(password, salt, 4096, 256);
    // ruleid: java.security.pbkdf2-few-rounds
    new PBEKeySpec(password, salt, ROUNDS, 256);
    // ok: java.security.pbkdf2-few-rounds
    new PBEKeySpec(password, salt, 600000, 256);
    // ok: java.security.pbkdf2-few-rounds
    new PBEKeySpec(password, salt, configured, 256);
    // ok: java.security.pbkdf2-few-rounds
    new PBEKeySpec(password);
  }
}
