package dev.coderev.server.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.metric.GaugeSampling;
import dev.coderev.server.testing.Scrape;
import dev.coderev.server.testing.StandIn;
import dev.coderev.server.testing.StandIn.Given;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderMetricsIntegrationTests {
  private static final String PROVIDER = "/api/admin/providers/openai";
  private static final String OF_MODEL = "{provider=\"openai\",model=\"measured\",";

  private static Scrape sampled() {
    TestServer.part(GaugeSampling.class).sample();
    return Scrape.now();
  }

  private static void ask(String expected) {
    assertThat(TestUsers.admin().post(PROVIDER + "/test").expect(200).field("status"))
        .isEqualTo(expected);
  }

  @Test
  void recordsWhatAProviderIsAskedAndHowItDoes() {
    try (StandIn service = StandIn.start()) {
      service
          .on("GET", "/v1/models", _ -> Given.json(200, Map.of("data", List.of())))
          .on(
              "POST",
              "/v1/chat/completions",
              _ ->
                  Given.json(
                      200,
                      Map.of(
                          "choices",
                          List.of(Map.of("message", Map.of("content", "OK"))),
                          "usage",
                          Map.of("prompt_tokens", 7, "completion_tokens", 2))));
      TestUsers.admin()
          .put(
              PROVIDER,
              Map.of(
                  "enabled", true, "default_model", "measured", "base_url", service.url() + "/v1"))
          .expect(200);
      ask("success");
      service.on(
          "POST", "/v1/chat/completions", _ -> new Given(429, Map.of("Retry-After", "0"), ""));
      ask("failure");
      service.on("POST", "/v1/chat/completions", _ -> new Given(400, Map.of(), ""));
      ask("failure");
      ask("failure");
      Scrape scrape = sampled();
      assertThat(scrape.samples())
          .containsEntry("coderev_ai_requests_total" + OF_MODEL + "status=\"success\"}", 1.0)
          .containsEntry("coderev_ai_requests_total" + OF_MODEL + "status=\"rate_limited\"}", 1.0)
          .containsEntry("coderev_ai_requests_total" + OF_MODEL + "status=\"error\"}", 2.0)
          .containsEntry("coderev_ai_tokens_used_total" + OF_MODEL + "token_type=\"prompt\"}", 7.0)
          .containsEntry(
              "coderev_ai_tokens_used_total" + OF_MODEL + "token_type=\"completion\"}", 2.0)
          .containsEntry(
              "coderev_ai_request_duration_seconds_count" + OF_MODEL + "operation=\"chat\"}", 4.0)
          .containsEntry("coderev_ai_requests_in_flight{provider=\"openai\"}", 0.0)
          .containsEntry("coderev_ai_circuit_open{provider=\"openai\"}", 1.0)
          .containsEntry("coderev_ai_provider_health{provider=\"openai\"}", 0.0);
      assertThat(scrape.value("coderev_ai_budget_used_ratio{scope=\"daily_tokens\"}")).isPositive();
    }
  }
}
