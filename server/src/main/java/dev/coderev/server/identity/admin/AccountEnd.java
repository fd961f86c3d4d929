package dev.coderev.server.identity.admin;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.AccountGuard;
import dev.coderev.server.identity.account.Accounts;
import dev.coderev.server.identity.key.ApiKeys;
import dev.coderev.server.identity.password.Passwords;
import dev.coderev.server.identity.session.Sessions;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends accounts, for a time or for good, with everything that lets their users in. */
@Service
public class AccountEnd {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final ApiKeys keys;
  private final ObjectProvider<AccountGuard> guards;
  private final AuditLog audit;

  AccountEnd(
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      ApiKeys keys,
      ObjectProvider<AccountGuard> guards,
      AuditLog audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.keys = keys;
    this.guards = guards;
    this.audit = audit;
  }

  /** Disables the caller's own account; says when its personal data will be erased. */
  @Transactional
  public Instant leave(Caller caller, String password) {
    if (!passwords.isCurrent(caller, password)) {
      throw Problem.of(ProblemCode.INVALID_CURRENT_PASSWORD);
    }
    guards.forEach(guard -> guard.beforeEnd(caller.userId()));
    deactivate(caller.userId(), Optional.of("left"));
    audit.record(AuditEntry.of("account_deleted", caller).on("user", caller.userId()));
    return accounts.eraseLater(caller.userId());
  }

  /** Shuts a user out, in the name of an administrator. */
  @Transactional
  public void shutOut(Caller admin, String userId, String action, Optional<String> reason) {
    deactivate(userId, reason);
    audit.record(AuditEntry.of(action, admin).on("user", userId));
  }

  private void deactivate(String userId, Optional<String> reason) {
    accounts.deactivate(userId, reason);
    sessions.revokeAll(userId, Optional.empty());
    keys.revokeAll(userId);
  }
}
