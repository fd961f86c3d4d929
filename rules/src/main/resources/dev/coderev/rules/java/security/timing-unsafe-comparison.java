import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;

class Webhook {
  boolean verify(Mac mac, byte[] body, byte[] sent) {
    byte[] expected = mac.doFinal(body);
    // ruleid: java.security.timing-unsafe-comparison
    return Arrays.equals(expected, sent);
  }

  boolean direct(Mac mac, byte[] body, byte[] sent) {
    // ruleid: java.security.timing-unsafe-comparison
    return Arrays.equals(sent, mac.doFinal(body));
  }

  boolean constantTime(Mac mac, byte[] body, byte[] sent) {
    // ok: java.security.timing-unsafe-comparison
    return MessageDigest.isEqual(mac.doFinal(body), sent);
  }

  boolean files(byte[] left, byte[] right) {
    // ok: java.security.timing-unsafe-comparison
    return Arrays.equals(left, right);
  }
}
