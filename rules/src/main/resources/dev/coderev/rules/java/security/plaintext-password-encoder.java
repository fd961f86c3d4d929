import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class Encoders {
  PasswordEncoder plain() {
    // ruleid: java.security.plaintext-password-encoder
    return NoOpPasswordEncoder.getInstance();
  }

  PasswordEncoder digest() {
    // ruleid: java.security.plaintext-password-encoder
    return new MessageDigestPasswordEncoder("SHA-256");
  }

  PasswordEncoder slow() {
    // ok: java.security.plaintext-password-encoder
    return new BCryptPasswordEncoder(12);
  }
}
