package dev.coderev.server.identity.account;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.account.User.Profile;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Changes to accounts: profile, preferences, role, suspension. */
@Service
public class Accounts {
  private static final Duration ERASURE = Duration.ofDays(30);

  private final Users users;
  private final AuditLog audit;
  private final JsonMapper json;
  private final Clock clock;

  Accounts(Users users, AuditLog audit, JsonMapper json, Clock clock) {
    this.users = users;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  User get(String id) {
    return users.find(id).orElseThrow(Problem::notFound);
  }

  /** A change of what a user says about themselves. */
  record ProfileUpdate(String name, Profile profile) {}

  @Transactional
  public User changeProfile(Caller caller, UnaryOperator<User> check, ProfileChange change) {
    User before = check.apply(users.lock(caller.userId()));
    ProfileUpdate after = change.of(before);
    users.update(before.id(), after.name(), before.role(), after.profile());
    audit.record(AuditEntry.of("profile_changed", caller).on("user", before.id()));
    return get(before.id());
  }

  /** Makes the new profile out of the old one. */
  interface ProfileChange {
    ProfileUpdate of(User before);
  }

  /** The preferences of a group, defaults where the user has not said otherwise. */
  Map<String, Object> preferences(String userId, PreferenceGroup group) {
    Map<String, Object> all = new TreeMap<>(group.defaults());
    all.putAll(
        json.readValue(
            users.preferences(userId, group), new TypeReference<Map<String, Object>>() {}));
    return all;
  }

  @Transactional
  public Map<String, Object> changePreferences(
      Caller caller, PreferenceGroup group, Map<String, Object> changes) {
    users.lock(caller.userId());
    Map<String, Object> all = preferences(caller.userId(), group);
    all.putAll(changes);
    users.setPreferences(caller.userId(), group, json.writeValueAsString(all));
    audit.record(AuditEntry.of("preferences_changed", caller).on("user", caller.userId()));
    return all;
  }

  @Transactional
  public User changeByAdmin(
      Caller admin, String id, Optional<String> name, Optional<PlatformRole> role) {
    User before = users.lock(id);
    PlatformRole wanted = role.orElse(before.role());
    if (before.role() == PlatformRole.ADMIN && wanted != PlatformRole.ADMIN && before.active()) {
      keepAnAdmin();
    }
    users.update(id, name.orElse(before.name()), wanted, before.profile());
    audit.record(
        AuditEntry.of(wanted == before.role() ? "user_changed" : "privilege_change", admin)
            .on("user", id)
            .detail("role", wanted.id()));
    return get(id);
  }

  private void keepAnAdmin() {
    if (users.activeAdmins() <= 1) {
      throw Problem.of(ProblemCode.LAST_ADMIN);
    }
  }

  /** Shuts the user out. */
  @Transactional
  public void deactivate(String id, Optional<String> reason) {
    User user = users.lock(id);
    if (user.role() == PlatformRole.ADMIN && user.active()) {
      keepAnAdmin();
    }
    users.setActive(id, false, reason);
  }

  @Transactional
  public void reactivate(Caller admin, String id) {
    User user = users.lock(id);
    if (user.active()) {
      throw Problem.of(ProblemCode.CONFLICT, "The account is active.");
    }
    users.setActive(id, true, Optional.empty());
    audit.record(AuditEntry.of("user_reactivated", admin).on("user", id));
  }

  public List<String> dueForErasure() {
    return users.dueForErasure();
  }

  /** Takes everything personal from the user, if that is still due, with what could let them in. */
  public boolean erase(String id) {
    return users.erase(id);
  }

  /** Marks the personal data of the user for erasure. */
  @Transactional
  public Instant eraseLater(String id) {
    Instant when = clock.instant().plus(ERASURE);
    users.eraseAfter(id, when);
    return when;
  }
}
