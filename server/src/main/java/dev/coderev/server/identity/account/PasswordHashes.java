package dev.coderev.server.identity.account;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id hashes of passwords: 19 MiB, 2 iterations, one lane, 16 bytes of salt, 32 of hash. */
@Component
public class PasswordHashes {
  private static final int MEMORY_KIB = 19_456;
  private static final int AT_ONCE = 16;

  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2);
  private final String nobodys = argon2.encode("nobody has this password");
  private final Semaphore memory = new Semaphore(AT_ONCE);

  public String hash(String password) {
    memory.acquireUninterruptibly();
    try {
      String hash = argon2.encode(password);
      if (hash == null) {
        throw new IllegalStateException("a password has a hash");
      }
      return hash;
    } finally {
      memory.release();
    }
  }

  /** Whether this is the password; where there is no hash the work is the same. */
  public boolean matches(String password, Optional<String> hash) {
    memory.acquireUninterruptibly();
    try {
      boolean same = argon2.matches(password, hash.orElse(nobodys));
      return same && hash.isPresent();
    } finally {
      memory.release();
    }
  }

  /** Whether the hash was made with other parameters than today's. */
  public boolean isOutdated(String hash) {
    return argon2.upgradeEncoding(hash);
  }
}
