package dev.coderev.server.identity;

import dev.coderev.server.platform.error.Problem;

/** Someone who may object to the end of an account. */
public interface AccountGuard {
  /**
   * Called before an account ends.
   *
   * @throws Problem if it must stay
   */
  void beforeEnd(String userId);
}
