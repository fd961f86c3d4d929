package dev.coderev.model.serve;

import java.io.IOException;

/** What answers requests, whichever HTTP server hands them over, from many threads at once. */
@FunctionalInterface
public interface Routes {

  /**
   * Answers one request; returns when the answer is complete.
   *
   * @throws IOException when the client is gone
   */
  void answer(ModelRequest request, ModelResponse response) throws IOException;
}
