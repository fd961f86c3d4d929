package dev.coderev.server.integration.oauth;

/** A code host did not accept a code or a token for renewal. */
final class CodeRefused extends Exception {
  private static final long serialVersionUID = 1;

  CodeRefused(String message) {
    super(message);
  }
}
