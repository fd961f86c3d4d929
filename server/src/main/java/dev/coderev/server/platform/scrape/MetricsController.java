package dev.coderev.server.platform.scrape;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.metric.Metrics;
import dev.coderev.server.platform.metric.TextForm;
import dev.coderev.server.platform.settings.MetricsAccess;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.web.Requests;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The metrics, for a monitor to scrape. */
@RestController
class MetricsController {
  private final Metrics metrics;
  private final MetricsAccess access;

  MetricsController(Metrics metrics, ServerSettings settings) {
    this.metrics = metrics;
    this.access = settings.metrics().access();
  }

  @GetMapping("/metrics")
  @Access(Who.ANYONE)
  ResponseEntity<String> scrape(HttpServletRequest request) {
    if (access == MetricsAccess.OFF) {
      return answer("# metrics are switched off\n", TextForm.PROMETHEUS);
    }
    if (access == MetricsAccess.TOKEN) {
      Caller caller =
          Requests.caller(request).orElseThrow(() -> Problem.of(ProblemCode.UNAUTHENTICATED));
      if (!caller.isAdmin() && !(caller.keyId().isPresent() && caller.may(Scope.METRICS_READ))) {
        throw Problem.of(ProblemCode.SCOPE_MISSING).with("required_scope", Scope.METRICS_READ.id());
      }
    }
    String accept = request.getHeader("Accept");
    TextForm form = TextForm.of(accept == null ? "" : accept);
    return answer(metrics.text(form), form);
  }

  private static ResponseEntity<String> answer(String text, TextForm form) {
    return ResponseEntity.ok().header("Content-Type", form.mediaType()).body(text);
  }
}
