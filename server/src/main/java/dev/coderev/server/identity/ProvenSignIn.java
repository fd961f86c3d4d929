package dev.coderev.server.identity;

import dev.coderev.server.platform.error.Problem;

/** Someone who opens sessions for users who have proven elsewhere who they are. */
public interface ProvenSignIn {
  /** Where a request comes from. */
  record Origin(String address, String userAgent) {}

  /**
   * Opens a session.
   *
   * @throws Problem if the user is shut out
   */
  SignedIn signIn(String userId, Origin origin);
}
