import java.security.SecureRandom;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

class Stretching {
  private static final byte[] SALT = "pepper-and-salt".getBytes();

  PBEKeySpec ofText(char[] password) {
    byte[] salt = "fixed".getBytes();
    // ruleid: java.security.constant-salt
    return new PBEKeySpec(password, salt, 600_000, 256);
  }

  PBEParameterSpec ofField() {
    // ruleid: java.security.constant-salt
    return new PBEParameterSpec(SALT, 600_000);
  }

  PBEKeySpec ofZeros(char[] password) {
    byte[] salt = new byte[16];
    // ruleid: java.security.constant-salt
    return new PBEKeySpec(password, salt, 600_000, 256);
  }

  PBEKeySpec random(char[] password) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    // ok: java.security.constant-salt
    return new PBEKeySpec(password, salt, 600_000, 256);
  }

  PBEKeySpec stored(char[] password, byte[] salt) {
    // ok: java.security.constant-salt
    return new PBEKeySpec(password, salt, 600_000, 256);
  }
}
