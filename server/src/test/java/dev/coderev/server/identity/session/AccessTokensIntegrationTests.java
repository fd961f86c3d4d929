package dev.coderev.server.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.identity.session.AccessTokens.Reading;
import dev.coderev.server.platform.metric.CacheMetrics;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.testing.TestServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AccessTokensIntegrationTests {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final AccessTokens tokens =
      new AccessTokens(
          TestServer.part(SigningKeys.class),
          TestServer.part(ServerSettings.class),
          clock,
          TestServer.part(CacheMetrics.class));

  @Test
  void expireAlsoWhenTheirSignatureIsKnown() {
    String token = tokens.issue("user-1", "sess_1", "user");
    for (int i = 0; i < 2; i++) {
      assertThat(tokens.read(token)).isEqualTo(new Reading.Good("user-1", "sess_1"));
    }
    now.updateAndGet(before -> before.plus(Duration.ofMinutes(15)));
    assertThat(tokens.read(token)).isEqualTo(new Reading.Expired());
  }

  @Test
  void areUnknownWithAnotherSignatureOrOtherWords() {
    String token = tokens.issue("user-1", "sess_1", "user");
    String other = tokens.issue("user-2", "sess_2", "admin");
    assertThat(tokens.read(token)).isInstanceOf(Reading.Good.class);
    String words = token.substring(0, token.lastIndexOf('.'));
    String signature = other.substring(other.lastIndexOf('.'));
    assertThat(tokens.read(words + signature)).isEqualTo(new Reading.Unknown());
    assertThat(tokens.read(token + "A")).isEqualTo(new Reading.Unknown());
    assertThat(tokens.read("")).isEqualTo(new Reading.Unknown());
  }
}
