package dev.coderev.server.identity.account;

import java.util.Map;
import java.util.Set;

/** A group of preferences that a user can change, with its defaults. */
enum PreferenceGroup {
  PRIVACY(
      "privacy",
      Map.of(
          "profile_visibility", "public",
          "show_email", false,
          "show_activity", true,
          "allow_analytics", true)),
  NOTICES(
      "notices",
      Map.of(
          "email_notifications", true,
          "push_notifications", true,
          "analysis_complete", true,
          "security_alerts", true,
          "weekly_digest", false));

  static final Set<String> VISIBILITIES = Set.of("public", "members", "private");

  private final String column;

  @SuppressWarnings("ImmutableEnumChecker") // from Map.of
  private final Map<String, Object> defaults;

  PreferenceGroup(String column, Map<String, Object> defaults) {
    this.column = column;
    this.defaults = defaults;
  }

  String column() {
    return column;
  }

  Map<String, Object> defaults() {
    return defaults;
  }
}
