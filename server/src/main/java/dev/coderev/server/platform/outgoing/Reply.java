package dev.coderev.server.platform.outgoing;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What another service answered. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Reply(int status, HttpHeaders headers, byte[] body) {
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }
}
