package dev.coderev.server.platform.web;

import dev.coderev.server.platform.settings.Role;
import java.util.Set;

/** Which paths a process answers: its own state always, the rest as its roles have it. */
final class RoutesOfRoles {
  private static final Set<String> STATE =
      Set.of("/", "/metrics", "/health", "/health/live", "/health/ready");

  private RoutesOfRoles() {}

  static boolean answers(String path, Set<Role> roles) {
    if (STATE.contains(path)) {
      return true;
    }
    return roles.contains(path.startsWith("/v1/") ? Role.MODEL : Role.WEB);
  }
}
