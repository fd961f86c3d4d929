package dev.coderev.server.dashboard;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.objective.Alert;
import dev.coderev.server.platform.objective.ObjectiveWatch;
import dev.coderev.server.platform.objective.ObjectiveWatch.Standing;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The objectives of the process that answers, and its alerts. */
@RestController
class ObjectiveController {
  private static final String PATH = "/api/admin/objectives";

  /**
   * How good the server is.
   *
   * @param history alerts that are over, the newest first
   */
  record View(
      long windowMinutes, List<Standing> objectives, List<Alert> alerts, List<Alert> history) {}

  private final ObjectiveWatch watch;
  private final AuditLog audit;

  ObjectiveController(ObjectiveWatch watch, AuditLog audit) {
    this.watch = watch;
    this.audit = audit;
  }

  @GetMapping(PATH)
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  View objectives() {
    return new View(
        ObjectiveWatch.WINDOW.toMinutes(), watch.standings(), watch.open(), watch.history());
  }

  @PostMapping(PATH + "/alerts/{id}/acknowledge")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public Alert acknowledge(@PathVariable String id, Caller caller) {
    Alert alert = watch.acknowledge(id).orElseThrow(Problem::notFound);
    audit.record(AuditEntry.of("alert_acknowledged", caller).on("alert", alert.id()));
    return alert;
  }
}
