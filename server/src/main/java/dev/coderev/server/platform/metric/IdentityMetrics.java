package dev.coderev.server.platform.metric;

import org.springframework.stereotype.Component;

/** What is recorded of accounts and of what they may. */
@Component
public class IdentityMetrics {
  /** How somebody proves who they are. */
  public enum Method {
    PASSWORD,
    REFRESH,
    API_KEY,
    OAUTH
  }

  /** What became of it. */
  public enum Result {
    SUCCESS,
    FAILURE,
    THROTTLED,
    REUSED
  }

  /** Why a request is refused for its caller. */
  public enum Denial {
    UNAUTHENTICATED,
    ROLE,
    SCOPE,
    VISIBILITY,
    CSRF
  }

  /** Acts that are counted by their kind. */
  public enum Action {
    LOGIN,
    REVIEW_REQUEST,
    FIX_APPLY,
    FIX_APPROVE,
    STATUS_CHANGE,
    REPORT_GENERATE,
    KEY_CREATE
  }

  private final Metrics metrics;

  IdentityMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  /** Somebody signed in, or tried to. */
  public void attempt(Method method, Result result) {
    metrics.family("coderev_auth_attempts_total").add(1, Metrics.id(method), Metrics.id(result));
  }

  public void denied(Denial reason) {
    metrics.family("coderev_auth_denials_total").add(1, Metrics.id(reason));
  }

  public void acted(Action action) {
    metrics.family("coderev_user_actions_total").add(1, Metrics.id(action));
  }

  /**
   * An act was recorded.
   *
   * @param outcome success, denied or failed
   */
  public void audited(String outcome) {
    metrics.family("coderev_audit_records_total").add(1, outcome);
  }

  public void sessions(long live) {
    metrics.family("coderev_sessions_active").set((double) live);
  }
}
