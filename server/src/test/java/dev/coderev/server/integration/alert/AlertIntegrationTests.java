package dev.coderev.server.integration.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.metric.GaugeSampling;
import dev.coderev.server.platform.settings.SettingsReader;
import dev.coderev.server.start.CodeRevServer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.StandIn;
import dev.coderev.server.testing.StandIn.Given;
import dev.coderev.server.testing.StandIn.Received;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.Waiting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, because only it may tell services outside. */
class AlertIntegrationTests {
  private static final String CHANNEL = "/services/T0/B0/secret-of-the-channel";
  private static final String KEY = "routing-key-of-the-service";
  private static final String CRITICAL =
      """
      import os
      from flask import request

      def run():
          os.system("ls " + request.args.get("path"))
      """;

  @TempDir private Path folder;
  private final StandIn outside = StandIn.start();
  private final List<String> told = new CopyOnWriteArrayList<>();

  private CodeRevServer server() {
    return CodeRevServer.start(
        SettingsReader.read(
            Map.of(
                "ENVIRONMENT",
                "test",
                "PORT",
                "0",
                "DATA_PATH",
                folder.resolve("data").toString(),
                "LOG_FILE",
                folder.resolve("server.log").toString(),
                "RATE_LIMIT_REQUESTS",
                "1000000",
                "ALLOWED_PRIVATE_HOSTS",
                "localhost",
                "PUBLIC_URL",
                "http://coderev.example",
                "SLACK_WEBHOOK_URL",
                outside.url() + CHANNEL,
                "PAGERDUTY_API_KEY",
                KEY,
                "PAGERDUTY_URL",
                outside.url())),
        told::add,
        CodeRevServer.Mode.FAST);
  }

  private List<String> channel() {
    return outside.received("POST", CHANNEL).stream()
        .map(one -> one.json().at("/text").asString())
        .toList();
  }

  private List<Received> pages(String action) {
    return outside.received("POST", "/v2/enqueue").stream()
        .filter(one -> one.json().at("/event_action").asString().equals(action))
        .toList();
  }

  private ApiClient admin(ApiClient stranger) {
    String first =
        told.stream()
            .filter(line -> line.contains("one-time password"))
            .map(line -> line.replaceAll(".*one-time password (\\w+) .*", "$1"))
            .findFirst()
            .orElseThrow();
    Map<String, String> login = Map.of("email", "admin@localhost.localdomain", "password", first);
    ApiClient before =
        stranger.bearer(stranger.post("/api/auth/login", login).expect(200).field("access_token"));
    before
        .post(
            "/api/user/password",
            Map.of("current_password", first, "new_password", TestUsers.PASSWORD))
        .expect(204);
    return before;
  }

  @Test
  void tellsTheServicesOutsideWhatIsWrongAndThatItIsRightAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    outside
        .on("POST", CHANNEL, _ -> Given.json(calls.incrementAndGet() == 1 ? 500 : 200, Map.of()))
        .on("POST", "/v2/enqueue", _ -> Given.json(202, Map.of("status", "success")));
    try (outside;
        CodeRevServer server = server()) {
      ApiClient stranger = new ApiClient("http://127.0.0.1:" + server.port());
      ApiClient admin = admin(stranger);
      GaugeSampling gauges = server.application().getBean(GaugeSampling.class);
      admin.get("/v1/models").expect(503);
      Waiting.untilTrue(() -> {
        gauges.sample();
        return !pages("trigger").isEmpty() && channel().size() >= 2;
      });
      Received first = pages("trigger").getFirst();
      assertThat(first.json().at("/routing_key").asString()).isEqualTo(KEY);
      assertThat(first.json().at("/dedup_key").asString()).startsWith("slo:");
      assertThat(first.json().at("/payload/severity").asString()).isEqualTo("critical");
      assertThat(first.json().at("/payload/source").asString()).isEqualTo("coderev.example");
      assertThat(channel().getFirst()).isEqualTo(channel().get(1)).startsWith("[page] slo:");
      admin.post("/api/admin/objectives/alerts/slo:availability/acknowledge").expect(200);
      admin.post("/api/admin/objectives/alerts/slo:none/acknowledge").problem(404, "not_found");
      Waiting.untilTrue(() -> !pages("acknowledge").isEmpty());
      assertThat(admin.get("/api/admin/objectives").field("alerts.0.state"))
          .isEqualTo("acknowledged");
      for (int i = 0; i < 1100; i++) {
        stranger.get("/api/info").expect(200);
      }
      Waiting.untilTrue(() -> {
        gauges.sample();
        return pages("resolve").stream()
            .map(page -> page.json().at("/dedup_key").asString())
            .toList()
            .containsAll(List.of("slo:availability", "slo:errors"));
      });
      var after = admin.get("/api/admin/objectives").expect(200);
      assertThat(after.json().at("/alerts").toString())
          .doesNotContain("slo:availability", "slo:errors");
      assertThat(after.json().at("/history").toString()).contains("slo:availability", "slo:errors");
      assertThat(after.json().at("/objectives/0/budget/consumed_minutes").asDouble()).isPositive();
      analyse(admin);
      Waiting.untilTrue(() -> channel().getLast().startsWith("[critical] 1 new critical"));
      assertThat(channel().getLast())
          .contains("in A &lt;shop&gt;: http://coderev.example/api/analysis/analysis_");
    }
    assertThat(folder.resolve("server.log"))
        .content()
        .contains("\"alert_sent\"")
        .doesNotContain(KEY, "secret-of-the-channel");
  }

  private static void analyse(ApiClient owner) {
    String project =
        "/api/projects/"
            + owner
                .post("/api/projects", Map.of("name", "A <shop>", "language", "python"))
                .expect(201)
                .field("id");
    owner
        .put(
            project + "/source",
            Map.of("files", List.of(Map.of("path", "app.py", "content", CRITICAL))))
        .expect(200);
    Waiting.untilOver(
        owner,
        owner.post(project + "/analyze", Map.of("full_scan", true)).expect(202).header("Location"));
  }
}
