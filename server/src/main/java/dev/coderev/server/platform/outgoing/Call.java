package dev.coderev.server.platform.outgoing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request to another service. */
public record Call(
    String method, URI uri, Map<String, String> headers, Optional<String> body, Duration patience) {
  private static final Duration USUAL = Duration.ofSeconds(60);

  public Call {
    headers = Map.copyOf(headers);
  }

  public static Call get(URI uri) {
    return new Call("GET", uri, Map.of("Accept", "application/json"), Optional.empty(), USUAL);
  }

  public static Call delete(URI uri) {
    return new Call("DELETE", uri, Map.of(), Optional.empty(), USUAL);
  }

  /** A request that carries JSON. */
  public static Call json(String method, URI uri, String body) {
    return get(uri).with(method, "application/json", body);
  }

  /** A request that carries the fields of a form. */
  public static Call form(URI uri, Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    new java.util.TreeMap<>(fields)
        .forEach((name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
    return get(uri).with("POST", "application/x-www-form-urlencoded", body.toString());
  }

  /** The text as part of a query or of a path. */
  public static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Call with(String otherMethod, String type, String text) {
    return new Call(otherMethod, uri, headers, Optional.of(text), patience)
        .header("Content-Type", type);
  }

  public Call header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Call(method, uri, more, body, patience);
  }

  public Call within(Duration other) {
    return new Call(method, uri, headers, body, other);
  }
}
