package dev.coderev.server.provider.client;

/** What a language model is asked: one text, and how long the answer may be. */
public record Question(String model, String text, int mostTokens) {
  /** How many tokens it could take, read and written: no token is shorter than a byte. */
  public long couldTake() {
    return text.length() + (long) mostTokens;
  }
}
