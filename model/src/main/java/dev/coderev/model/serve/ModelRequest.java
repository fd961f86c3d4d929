package dev.coderev.model.serve;

import java.io.InputStream;
import java.util.Optional;

/**
 * A request to a model, whichever HTTP server received it.
 *
 * @param path from {@code /v1/} on, decoded and without the query
 * @param authorization what the header of that name says
 * @param body read once, and only as far as requests may be long; stays the caller's
 */
public record ModelRequest(
    String method, String path, Optional<String> authorization, InputStream body) {

  /** Of a client that need not say who it is. */
  public ModelRequest(String method, String path, InputStream body) {
    this(method, path, Optional.empty(), body);
  }
}
