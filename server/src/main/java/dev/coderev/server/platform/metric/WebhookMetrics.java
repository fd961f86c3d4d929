package dev.coderev.server.platform.metric;

import org.springframework.stereotype.Component;

/** What is recorded of deliveries from code hosts. */
@Component
public class WebhookMetrics {
  private final Metrics metrics;

  WebhookMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  /**
   * A delivery came in.
   *
   * @param result accepted, ignored, duplicate or rejected
   */
  public void delivered(String provider, String result) {
    metrics.family("coderev_webhook_deliveries_total").add(1, provider, result);
  }
}
