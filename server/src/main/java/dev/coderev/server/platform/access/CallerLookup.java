package dev.coderev.server.platform.access;

import dev.coderev.server.platform.error.ProblemCode;

/** Who stands behind credentials. */
public interface CallerLookup {
  /** What is known of the credentials of a request. */
  sealed interface Outcome {
    /** They are good. */
    record Known(Caller caller) implements Outcome {}

    /** They are not, and why. */
    record Refused(ProblemCode code) implements Outcome {}
  }

  /** The user of a bearer token or API key. */
  Outcome find(String credentials);
}
