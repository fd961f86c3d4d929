package dev.coderev.model.serve;

import java.io.IOException;
import java.io.OutputStream;

/** Where an answer goes, whichever HTTP server sends it. */
public interface ModelResponse {

  /** Sets a header; before {@link #begin}. */
  void header(String name, String value);

  /**
   * Sends status and headers, once.
   *
   * @param length of the body in bytes; −1 for a stream whose pieces are flushed as they come
   * @return takes the body; closed by the caller of {@link ModelRoutes#answer}
   */
  OutputStream begin(int status, long length) throws IOException;
}
