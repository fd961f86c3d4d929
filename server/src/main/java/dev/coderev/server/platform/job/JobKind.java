package dev.coderev.server.platform.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of work that outlive a request. */
public enum JobKind {
  ANALYSIS,
  SCAN,
  FIX_GENERATE,
  FIX_VERIFY,
  AUTO_FIX_CYCLE,
  REPORT,
  EVALUATION,
  EVOLUTION_CYCLE,
  RETRAINING,
  QUANTIZATION,
  WEBHOOK,
  NOTIFICATION,
  CLEANUP,
  ERASURE;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
