import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

class Nonces {
  private final SecureRandom random = new SecureRandom();

  IvParameterSpec text() {
    // ruleid: java.security.static-iv
    return new IvParameterSpec("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
  }

  IvParameterSpec zero() {
    byte[] iv = new byte[16];
    // ruleid: java.security.static-iv
    return new IvParameterSpec(iv);
  }

  GCMParameterSpec fixed() {
    byte[] iv = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    // ruleid: java.security.static-iv
    return new GCMParameterSpec(128, iv);
  }

  GCMParameterSpec fresh() {
    byte[] iv = new byte[12];
    random.nextBytes(iv);
    // ok: java.security.static-iv
    return new GCMParameterSpec(128, iv);
  }

  IvParameterSpec received(byte[] message) {
    byte[] iv = new byte[16];
    System.arraycopy(message, 0, iv, 0, 16);
    // ok: java.security.static-iv
    return new IvParameterSpec(iv);
  }

  IvParameterSpec given(byte[] iv) {
    // ok: java.security.static-iv
    return new IvParameterSpec(iv);
  }
}
