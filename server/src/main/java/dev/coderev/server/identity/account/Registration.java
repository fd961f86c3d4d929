package dev.coderev.server.identity.account;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.settings.RegistrationMode;
import dev.coderev.server.platform.settings.ServerSettings;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts for those who may have one. */
@Service
class Registration {
  private final Users users;
  private final PasswordHashes hashes;
  private final AuditLog audit;
  private final JdbcClient database;
  private final RegistrationMode mode;
  private final Clock clock;

  Registration(
      Users users,
      PasswordHashes hashes,
      AuditLog audit,
      JdbcClient database,
      ServerSettings settings,
      Clock clock) {
    this.users = users;
    this.hashes = hashes;
    this.audit = audit;
    this.database = database;
    this.mode = settings.identity().registration();
    this.clock = clock;
  }

  @Transactional
  public String register(String email, String password, String name, Optional<String> invitation) {
    switch (mode) {
      case CLOSED -> throw Problem.of(ProblemCode.REGISTRATION_CLOSED);
      case INVITE -> use(invitation.orElseThrow(() -> Problem.of(ProblemCode.REGISTRATION_CLOSED)));
      case OPEN -> {}
    }
    String id =
        users.add(email, name, Optional.of(hashes.hash(password)), PlatformRole.USER, false);
    audit.record(AuditEntry.of("user_registered", id, email).on("user", id));
    return id;
  }

  private void use(String invitation) {
    int used =
        database
            .sql(
                """
                update invitations set used_at = :now
                where hash = :hash and used_at is null and expires_at > :now
                """)
            .param("now", Rows.time(clock.instant()))
            .param("hash", Secrets.sha256(invitation))
            .update();
    if (used != 1) {
      throw Problem.of(ProblemCode.REGISTRATION_CLOSED);
    }
  }
}
