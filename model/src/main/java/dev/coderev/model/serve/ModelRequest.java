package dev.coderev.model.serve;

import java.io.InputStream;

/**
 * A request to a model, whichever HTTP server received it.
 *
 * @param path from {@code /v1/} on, decoded and without the query
 * @param body read once, and only as far as requests may be long; stays the caller's
 */
public record ModelRequest(String method, String path, InputStream body) {}
