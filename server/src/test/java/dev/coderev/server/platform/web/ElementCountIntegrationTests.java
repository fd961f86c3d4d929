package dev.coderev.server.platform.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.testing.TestUsers;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ElementCountIntegrationTests {
  private static void see(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    new ElementCount().see(bytes, 0, bytes.length);
  }

  private static String list(int elements, String element) {
    return "[" + (element + ",").repeat(elements - 1) + element + "]";
  }

  @Test
  void countsTheElementsOfEachArrayByItself() {
    assertThatCode(() -> see(list(ElementCount.MOST, "1"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> see(list(ElementCount.MOST + 1, "1"))).isInstanceOf(Problem.class);
    assertThatCode(() -> see("{\"a\":" + list(9000, "1") + ",\"b\":" + list(9000, "2") + "}"))
        .doesNotThrowAnyException();
    assertThatCode(() -> see(list(200, list(200, "3")))).doesNotThrowAnyException();
    assertThatThrownBy(() -> see(list(ElementCount.MOST + 1, "[1,2]"))).isInstanceOf(Problem.class);
  }

  @Test
  void commasOfTextsAndObjectsAreNoElements() {
    String commas = ",".repeat(20_000);
    assertThatCode(() -> see("[\"" + commas + "\\\"" + commas + "\"]")).doesNotThrowAnyException();
    assertThatCode(() -> see("[{" + "\"a\":1,".repeat(20_000) + "\"b\":2}]"))
        .doesNotThrowAnyException();
    assertThatCode(() -> see("[".repeat(500) + "]".repeat(900) + commas))
        .doesNotThrowAnyException();
  }

  @Test
  void theServerRefusesSuchABody() {
    TestUsers.person()
        .client()
        .with("Content-Type", "application/json")
        .send(
            "POST",
            "/api/analysis/code",
            BodyPublishers.ofString(
                "{\"code\":\"x\",\"rules\":" + list(ElementCount.MOST + 1, "\"a\"") + "}"))
        .problem(400, "malformed_request");
  }
}
