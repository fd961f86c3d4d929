package dev.coderev.server.audit;

import dev.coderev.server.audit.AuditRecords.Filter;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Searches;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The recorded acts, for administrators. */
@RestController
class AuditController {
  private final AuditRecords records;
  private final SecurityAlerts alerts;

  AuditController(AuditRecords records, SecurityAlerts alerts) {
    this.records = records;
    this.alerts = alerts;
  }

  @GetMapping("/api/admin/audit")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<AuditRecord> list(
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(name = "user_id", required = false) @Nullable String userId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Paging paging) {
    return records.find(
        new Filter(
            Optional.ofNullable(action),
            Optional.ofNullable(userId),
            Searches.time("from", from),
            Searches.time("to", to)),
        paging);
  }

  @GetMapping("/api/admin/audit/analytics")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  AuditRecords.Analytics analytics() {
    return records.analytics();
  }

  @GetMapping("/api/admin/audit/security-alerts")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<SecurityAlerts.Alert> alerts(Paging paging) {
    return Page.slice(alerts.all(), paging);
  }
}
