package dev.coderev.server.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where acts are recorded, in the transaction of the act itself. */
@Service
public class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger("security");

  private final AuditRecords records;

  AuditLog(AuditRecords records) {
    this.records = records;
  }

  /** Records an act; it stays recorded exactly if the surrounding transaction commits. */
  @Transactional
  public void record(AuditEntry entry) {
    records.append(entry);
    LOG.atInfo()
        .addKeyValue("outcome", entry.outcome().name().toLowerCase(java.util.Locale.ROOT))
        .addKeyValue("object_id", entry.objectId().orElse("-"))
        .log(entry.action());
  }
}
