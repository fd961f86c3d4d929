package dev.coderev.server.platform.web;

import dev.coderev.server.platform.id.Secrets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The strong entity tags of representations: a digest of what is sent. */
@Component
final class Etags {
  private static final int DIGITS = 32;

  private final JsonMapper json;

  Etags(JsonMapper json) {
    this.json = json;
  }

  String of(Object representation) {
    byte[] bytes = json.writeValueAsBytes(representation);
    return '"' + Secrets.sha256(bytes).substring(0, DIGITS) + '"';
  }
}
