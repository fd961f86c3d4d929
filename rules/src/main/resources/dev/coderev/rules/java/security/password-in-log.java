import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Registration {
  private static final Logger log = LoggerFactory.getLogger(Registration.class);

  void register(String user, String password, Account account) {
    // ruleid: java.security.password-in-log
    log.info("registered {} with {}", user, password);
    // ruleid: java.security.password-in-log
    log.debug("password is " + password);
    // ruleid: java.security.password-in-log
    log.warn("token {}", account.getAccessToken());
    // ok: java.security.password-in-log
    log.info("registered {}", user);
    // ok: java.security.password-in-log
    log.info("password changed for {}", user);
    // ok: java.security.password-in-log
    log.info("password has {} characters", password.length());
  }
}

interface Account {
  String getAccessToken();
}
