import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;

class Sessions {
  private final Random random = new Random();
  private final SecureRandom secure = new SecureRandom();

  Cookie cookie() {
    String value = Long.toHexString(new Random().nextLong());
    // ruleid: java.security.insecure-random
    return new Cookie("remember", value);
  }

  void session(HttpServletRequest request) {
    double number = Math.random();
    // ruleid: java.security.insecure-random
    request.getSession().setAttribute("id", "s" + number);
  }

  void reset() {
    // ruleid: java.security.insecure-random
    String resetToken = Integer.toString(random.nextInt());
    mail(resetToken);
  }

  String createSalt() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    // ruleid: java.security.insecure-random
    return new String(bytes);
  }

  Cookie hidden() throws java.security.NoSuchAlgorithmException {
    Random generator = SecureRandom.getInstance("SHA1PRNG");
    // ok: java.security.insecure-random
    return new Cookie("remember", Long.toHexString(generator.nextLong()));
  }

  Cookie strong() {
    // ok: java.security.insecure-random
    return new Cookie("remember", Long.toHexString(secure.nextLong()));
  }

  void uuid() {
    // ok: java.security.insecure-random
    String resetToken = UUID.randomUUID().toString();
    mail(resetToken);
  }

  int delay() {
    // ok: java.security.insecure-random
    int jitter = random.nextInt(100);
    return jitter;
  }

  void mail(String text) {}
}

class Visits {
  void mark(jakarta.servlet.http.Cookie cookie) {
    // ruleid: java.security.insecure-random
    cookie.setValue(Integer.toString(new java.util.Random().nextInt()));
    // ok: java.security.insecure-random
    cookie.setValue(Integer.toString(new java.security.SecureRandom().nextInt()));
  }
}
