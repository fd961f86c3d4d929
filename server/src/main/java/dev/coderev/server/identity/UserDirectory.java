package dev.coderev.server.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What other modules may know of users. */
public interface UserDirectory {
  /** A user as others see them. */
  record UserSummary(String id, String email, String name, String role, Optional<String> avatar) {}

  Optional<UserSummary> byId(String userId);

  /** Whether the user is there and not shut out. */
  boolean isActive(String userId);

  /** How many users sent a request since then. */
  long activeSince(Instant since);

  Optional<UserSummary> byEmail(String email);

  /** Those of these users that exist, by id. */
  Map<String, UserSummary> byIds(Collection<String> userIds);
}
