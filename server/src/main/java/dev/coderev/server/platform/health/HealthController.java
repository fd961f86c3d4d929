package dev.coderev.server.platform.health;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.settings.Version;
import dev.coderev.server.platform.web.Requests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operations that tell whether the server is alive and can work. */
@RestController
final class HealthController {
  private final Health health;

  HealthController(Health health) {
    this.health = health;
  }

  @GetMapping("/health/live")
  @Access(Who.ANYONE)
  Map<String, Object> live() {
    return Map.of("status", "alive");
  }

  @GetMapping("/health/ready")
  @Access(Who.ANYONE)
  ResponseEntity<Map<String, Object>> ready() {
    List<String> failed = health.failed();
    return failed.isEmpty()
        ? ResponseEntity.ok(Map.of("status", "ready"))
        : ResponseEntity.status(503).body(Map.of("status", "not_ready", "failed", failed));
  }

  @GetMapping("/health")
  @Access(Who.ANYONE)
  ResponseEntity<Map<String, Object>> overall(HttpServletRequest request) {
    String status = health.overall();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", status);
    body.put("version", Version.CURRENT);
    Optional<Caller> caller = Requests.caller(request);
    if (caller.filter(who -> who.isAdmin() || isMonitor(who)).isPresent()) {
      body.put("components", health.components());
    }
    return ResponseEntity.status(status.equals("unhealthy") ? 503 : 200).body(body);
  }

  private static boolean isMonitor(Caller caller) {
    return caller.keyId().isPresent() && caller.may(Scope.METRICS_READ);
  }
}
