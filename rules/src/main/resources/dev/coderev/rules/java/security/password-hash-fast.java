import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.apache.commons.codec.digest.DigestUtils;

class Passwords {
  byte[] hash(String password) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    // ruleid: java.security.password-hash-fast
    return digest.digest(password.getBytes(StandardCharsets.UTF_8));
  }

  byte[] direct(String userPassword) throws NoSuchAlgorithmException {
    // ruleid: java.security.password-hash-fast
    return MessageDigest.getInstance("SHA-512").digest(userPassword.getBytes());
  }

  String hex(String pwd) {
    // ruleid: java.security.password-hash-fast
    return DigestUtils.sha256Hex(pwd);
  }

  byte[] document(String text) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    // ok: java.security.password-hash-fast
    return digest.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] slow(char[] password, byte[] salt) throws Exception {
    // ok: java.security.password-hash-fast
    PBEKeySpec spec = new PBEKeySpec(password, salt, 600_000, 256);
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
  }
}
