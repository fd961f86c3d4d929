package dev.coderev.server.identity.admin;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.AccountErased;
import dev.coderev.server.identity.account.Accounts;
import dev.coderev.server.identity.key.ApiKeys;
import dev.coderev.server.identity.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases the personal data of accounts whose time is over. The audit record stays as it was
 * written: its chain allows no change.
 */
@Component
class AccountErasure {
  private static final Logger LOG = LoggerFactory.getLogger("erasure");
  private static final int INTERVAL_MS = 3_600_000;
  private static final int FIRST_MS = 120_000;

  private final Accounts accounts;
  private final Sessions sessions;
  private final ApiKeys keys;
  private final ApplicationEventPublisher events;
  private final AuditLog audit;
  private final TransactionOperations transaction;

  AccountErasure(
      Accounts accounts,
      Sessions sessions,
      ApiKeys keys,
      ApplicationEventPublisher events,
      AuditLog audit,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.keys = keys;
    this.events = events;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** One account that cannot be erased keeps no other from it. */
  @Scheduled(fixedDelay = INTERVAL_MS, initialDelay = FIRST_MS)
  void eraseDue() {
    for (String id : accounts.dueForErasure()) {
      try {
        transaction.executeWithoutResult(_ -> erase(id));
      } catch (RuntimeException failure) {
        LOG.atError().setCause(failure).addKeyValue("object_id", id).log("erasure_failed");
      }
    }
  }

  private void erase(String id) {
    if (accounts.erase(id)) {
      sessions.forgetAll(id);
      keys.forgetAll(id);
      events.publishEvent(new AccountErased(id));
      audit.record(AuditEntry.anonymous("account_erased").on("user", id));
    }
  }
}
