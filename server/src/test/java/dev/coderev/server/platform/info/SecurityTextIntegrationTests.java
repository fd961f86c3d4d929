package dev.coderev.server.platform.info;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.TestUsers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecurityTextIntegrationTests {
  @Test
  void saysWhomToTellOfAWeakness() {
    Answer answer = TestUsers.stranger().get("/.well-known/security.txt").expect(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(answer.text().lines())
        .contains("Contact: mailto:admin@localhost.localdomain")
        .anyMatch(line -> line.startsWith("Canonical: http"));
    String expires =
        answer
            .text()
            .lines()
            .filter(line -> line.startsWith("Expires: "))
            .findFirst()
            .orElseThrow();
    assertThat(Instant.parse(expires.substring("Expires: ".length()))).isAfter(Instant.now());
  }
}
