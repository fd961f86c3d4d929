package dev.coderev.server.project.registry;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.AccountErased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Erases projects that were deleted thirty days ago, with everything that belongs to them. */
@Component
class ProjectErasure {
  private static final Logger LOG = LoggerFactory.getLogger("erasure");
  private static final int INTERVAL_MS = 3_600_000;
  private static final int FIRST_MS = 150_000;

  private final Projects projects;
  private final Members members;
  private final AuditLog audit;
  private final TransactionOperations transaction;

  ProjectErasure(
      Projects projects, Members members, AuditLog audit, TransactionOperations transaction) {
    this.projects = projects;
    this.members = members;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** One project that cannot be erased keeps no other from it. */
  @Scheduled(fixedDelay = INTERVAL_MS, initialDelay = FIRST_MS)
  void eraseDue() {
    for (String id : projects.dueForErasure()) {
      try {
        transaction.executeWithoutResult(_ -> {
          if (projects.erase(id)) {
            audit.record(AuditEntry.anonymous("project_erased").on("project", id));
          }
        });
      } catch (RuntimeException failure) {
        LOG.atError().setCause(failure).addKeyValue("object_id", id).log("erasure_failed");
      }
    }
  }

  @EventListener
  void on(AccountErased erased) {
    members.removeEverywhere(erased.userId());
  }
}
