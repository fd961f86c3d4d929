package dev.coderev.server.identity.account;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.settings.OperatorConsole;
import dev.coderev.server.platform.settings.ServerSettings;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first administrator where there is no user yet; the password is told once. */
@Component
class FirstAdmin implements SmartInitializingSingleton {
  private static final int PASSWORD_LENGTH = 24;

  private final Users users;
  private final PasswordHashes hashes;
  private final AuditLog audit;
  private final OperatorConsole console;
  private final String email;

  FirstAdmin(
      Users users,
      PasswordHashes hashes,
      AuditLog audit,
      OperatorConsole console,
      ServerSettings settings) {
    this.users = users;
    this.hashes = hashes;
    this.audit = audit;
    this.console = console;
    this.email = settings.identity().adminEmail();
  }

  @Override
  @Transactional
  public void afterSingletonsInstantiated() {
    if (!users.isEmpty()) {
      return;
    }
    String password = Secrets.letters(PASSWORD_LENGTH);
    String id =
        users.add(
            email, "Administrator", Optional.of(hashes.hash(password)), PlatformRole.ADMIN, true);
    audit.record(AuditEntry.of("first_admin_created", id, email));
    console.tell(
        "First start. Sign in as "
            + email
            + " with the one-time password "
            + password
            + " and change it.");
  }
}
