package dev.coderev.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, HttpHeaders headers, byte[] bytes) {
  private static final JsonMapper JSON = new JsonMapper();

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    return JSON.readTree(bytes);
  }

  /** The text of a field of the body, by its path: {@code "user.id"}. */
  public String field(String path) {
    return json().at("/" + path.replace('.', '/')).asString();
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public Answer expect(int expected) {
    assertThat(status).as(text()).isEqualTo(expected);
    return this;
  }

  /** Makes sure that this is the problem with this code, in the form of RFC 9457. */
  public Answer problem(int expected, String code) {
    expect(expected);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(field("code")).isEqualTo(code);
    assertThat(field("type")).isEqualTo("urn:coderev:problem:" + code);
    assertThat(field("request_id")).isEqualTo(header("X-Request-ID"));
    assertThat(json().at("/status").asInt()).isEqualTo(expected);
    return this;
  }
}
