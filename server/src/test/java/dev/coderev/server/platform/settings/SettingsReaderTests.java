package dev.coderev.server.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsReaderTests {
  @Test
  void needsNoVariableOutsideOfProduction() {
    ServerSettings settings = SettingsReader.read(Map.of());
    assertThat(settings.web().host()).isEqualTo("127.0.0.1");
    assertThat(settings.web().port()).isEqualTo(8000);
    assertThat(settings.roles()).containsExactlyInAnyOrder(Role.values());
    assertThat(settings.identity().registration()).isEqualTo(RegistrationMode.OPEN);
    assertThat(settings.isProduction()).isFalse();
  }

  @Test
  void namesEverythingThatProductionLacks() {
    assertThatThrownBy(() -> SettingsReader.read(Map.of("ENVIRONMENT", "production")))
        .isInstanceOf(SettingsInvalid.class)
        .hasMessageContaining("SECRET_KEY")
        .hasMessageContaining("DATABASE_URL")
        .hasMessageContaining("CORS_ORIGINS");
  }

  @Test
  void takesProductionAsItIsMeant() {
    ServerSettings settings =
        SettingsReader.read(
            Map.of(
                "ENVIRONMENT", "production",
                "SECRET_KEY", "0123456789abcdef0123456789abcdef",
                "DATABASE_URL", "postgresql://db/coderev",
                "PUBLIC_URL", "https://review.example",
                "CORS_ORIGINS", "[\"https://a.example\", \"https://b.example\"]"));
    assertThat(settings.web().host()).isEqualTo("0.0.0.0");
    assertThat(settings.web().isSecure()).isTrue();
    assertThat(settings.web().corsOrigins())
        .containsExactly("https://a.example", "https://b.example");
    assertThat(settings.database().url()).contains("jdbc:postgresql://db/coderev");
    assertThat(settings.identity().registration()).isEqualTo(RegistrationMode.INVITE);
    assertThat(settings.metrics().access()).isEqualTo(MetricsAccess.TOKEN);
  }

  @Test
  void namesEveryVariableThatIsWrong() {
    assertThatThrownBy(() ->
            SettingsReader.read(
                Map.of(
                    "PORT", "99999",
                    "RATE_LIMIT_REQUESTS", "many",
                    "ROLES", "web,cook",
                    "CORS_ORIGINS", "*",
                    "DATABASE_URL", "mysql://db",
                    "PUBLIC_URL", "ftp://x",
                    "SECRET_KEY", "short",
                    "LOG_LEVEL", "LOUD",
                    "REQUIRE_IF_MATCH", "maybe")))
        .hasMessageContaining("PORT must be")
        .hasMessageContaining("RATE_LIMIT_REQUESTS must be")
        .hasMessageContaining("ROLES may name")
        .hasMessageContaining("CORS_ORIGINS may not")
        .hasMessageContaining("DATABASE_URL must")
        .hasMessageContaining("PUBLIC_URL must")
        .hasMessageContaining("SECRET_KEY needs")
        .hasMessageContaining("LOG_LEVEL must")
        .hasMessageContaining("REQUIRE_IF_MATCH must");
  }

  @Test
  void takesRolesByName() {
    assertThat(SettingsReader.read(Map.of("ROLES", "worker, model")).roles())
        .containsExactlyInAnyOrder(Role.WORKER, Role.MODEL);
    assertThat(SettingsReader.read(Map.of("ROLES", "all")).plays(Role.WEB)).isTrue();
  }
}
