package dev.coderev.server.platform.metric;

import java.util.List;
import org.springframework.stereotype.Component;

/** What is recorded of requests. */
@Component
public class HttpMetrics {
  private final Metrics metrics;
  private final List<RequestObserver> observers;

  HttpMetrics(Metrics metrics, List<RequestObserver> observers) {
    this.metrics = metrics;
    this.observers = List.copyOf(observers);
    metrics.family("coderev_http_requests_in_flight").set(0);
  }

  /** A request came in; it is in flight until the scope ends. */
  public InFlight enter() {
    return new InFlight(metrics.family("coderev_http_requests_in_flight"));
  }

  /** A request was answered. */
  public void answered(String method, String route, int status, double seconds, long bytes) {
    String code = Integer.toString(status);
    metrics.family("coderev_http_requests_total").add(1, method, route, code);
    metrics.family("coderev_http_request_duration_seconds").observe(seconds, method, route, code);
    metrics.family("coderev_http_response_size_bytes").observe((double) bytes, method, route);
    if (!route.startsWith("/health") && !route.equals("/metrics")) {
      RequestSeen seen = new RequestSeen(status, seconds);
      observers.forEach(observer -> observer.seen(seen));
    }
  }

  /** A limit refused a request. */
  public void limited(String limit) {
    metrics.family("coderev_rate_limited_total").add(1, limit);
  }
}
