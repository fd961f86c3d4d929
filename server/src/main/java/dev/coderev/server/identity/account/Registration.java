package dev.coderev.server.identity.account;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.settings.RegistrationMode;
import dev.coderev.server.platform.settings.ServerSettings;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts for those who may have one. */
@Service
class Registration {
  private final Users users;
  private final PasswordHashes hashes;
  private final AuditLog audit;
  private final Invitations invitations;
  private final RegistrationMode mode;

  Registration(
      Users users,
      PasswordHashes hashes,
      AuditLog audit,
      Invitations invitations,
      ServerSettings settings) {
    this.users = users;
    this.hashes = hashes;
    this.audit = audit;
    this.invitations = invitations;
    this.mode = settings.identity().registration();
  }

  @Transactional
  public String register(String email, String password, String name, Optional<String> invitation) {
    switch (mode) {
      case CLOSED -> throw Problem.of(ProblemCode.REGISTRATION_CLOSED);
      case INVITE -> {
        if (invitation.filter(invitations::use).isEmpty()) {
          throw Problem.of(ProblemCode.REGISTRATION_CLOSED);
        }
      }
      case OPEN -> {}
    }
    String id =
        users.add(email, name, Optional.of(hashes.hash(password)), PlatformRole.USER, false);
    audit.record(AuditEntry.of("user_registered", id, email).on("user", id));
    return id;
  }
}
