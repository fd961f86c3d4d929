package dev.coderev.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.settings.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesOfRolesTests {
  @Test
  void everyProcessTellsHowItIs() {
    for (Role role : Role.values()) {
      for (String path : List.of("/", "/health", "/health/live", "/health/ready", "/metrics")) {
        assertThat(RoutesOfRoles.answers(path, Set.of(role))).as(role + " " + path).isTrue();
      }
    }
  }

  @Test
  void onlyTheWebRoleAnswersTheApi() {
    assertThat(RoutesOfRoles.answers("/api/projects", Set.of(Role.WEB))).isTrue();
    assertThat(RoutesOfRoles.answers("/openapi.json", Set.of(Role.WEB))).isTrue();
    assertThat(RoutesOfRoles.answers("/api/projects", Set.of(Role.WORKER, Role.MODEL))).isFalse();
    assertThat(RoutesOfRoles.answers("/auth/login", Set.of(Role.WORKER))).isFalse();
  }

  @Test
  void onlyTheModelRoleAnswersTheModelInterface() {
    assertThat(RoutesOfRoles.answers("/v1/models", Set.of(Role.MODEL))).isTrue();
    assertThat(RoutesOfRoles.answers("/v1/models", Set.of(Role.WEB, Role.WORKER))).isFalse();
  }
}
