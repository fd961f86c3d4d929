package dev.coderev.server.testing;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** Sends deliveries as code hosts do. */
public final class HookSender {
  private static final JsonMapper JSON = new JsonMapper();

  private HookSender() {}

  public static Answer gitHub(String path, String secret, String event, Map<String, ?> body) {
    return gitHubText(path, secret, event, JSON.writeValueAsString(body));
  }

  public static Answer gitHubText(String path, String secret, String event, String body) {
    return TestUsers.stranger()
        .with("Content-Type", "application/json")
        .with("X-GitHub-Event", event)
        .with("X-GitHub-Delivery", UUID.randomUUID().toString())
        .with("X-Hub-Signature-256", "sha256=" + hmac(secret, body))
        .send("POST", path, BodyPublishers.ofString(body));
  }

  public static Answer gitLab(String path, String token, String event, Map<String, ?> body) {
    return TestUsers.stranger()
        .with("X-Gitlab-Event", event)
        .with("X-Gitlab-Token", token)
        .post(path, body);
  }

  private static String hmac(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
