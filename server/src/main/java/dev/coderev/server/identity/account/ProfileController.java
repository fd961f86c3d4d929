package dev.coderev.server.identity.account;

import dev.coderev.server.identity.account.Accounts.ProfileUpdate;
import dev.coderev.server.identity.account.User.Profile;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.web.Change;
import dev.coderev.server.platform.web.IfMatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A user's own profile and preferences. */
@RestController
class ProfileController {
  /** Settings of the pages. */
  record PageSettings(String theme, String language, boolean notifications) {}

  /** A user in full, as they see themselves. */
  record ProfileView(
      String id,
      String email,
      String name,
      Optional<String> avatar,
      PlatformRole role,
      Optional<String> bio,
      Optional<String> company,
      Optional<String> location,
      Optional<String> website,
      Instant createdAt,
      Instant updatedAt,
      PageSettings settings) {
    static ProfileView of(User user) {
      Profile profile = user.profile();
      return new ProfileView(
          user.id(),
          user.email(),
          user.name(),
          profile.avatar(),
          user.role(),
          profile.bio(),
          profile.company(),
          profile.location(),
          profile.website(),
          user.createdAt(),
          user.updatedAt(),
          new PageSettings(profile.theme(), profile.language(), profile.notifications()));
    }
  }

  /** Changes of the settings of the pages. */
  record PageSettingsChange(
      @Nullable String theme, @Nullable String language, @Nullable Boolean notifications) {}

  /** Changes of a profile. */
  record ProfileEdit(
      Change<String> name,
      Change<String> avatar,
      Change<String> bio,
      Change<String> company,
      Change<String> location,
      Change<String> website,
      @Nullable PageSettingsChange settings) {}

  /** What others may see of a user. */
  record PrivacyView(
      String profileVisibility, boolean showEmail, boolean showActivity, boolean allowAnalytics) {
    static PrivacyView of(Map<String, Object> stored) {
      return new PrivacyView(
          String.valueOf(stored.get("profile_visibility")),
          isOn(stored, "show_email"),
          isOn(stored, "show_activity"),
          isOn(stored, "allow_analytics"));
    }
  }

  /** What a user wants to be told. */
  record NoticesView(
      boolean emailNotifications,
      boolean pushNotifications,
      boolean analysisComplete,
      boolean securityAlerts,
      boolean weeklyDigest) {
    static NoticesView of(Map<String, Object> stored) {
      return new NoticesView(
          isOn(stored, "email_notifications"),
          isOn(stored, "push_notifications"),
          isOn(stored, "analysis_complete"),
          isOn(stored, "security_alerts"),
          isOn(stored, "weekly_digest"));
    }
  }

  private static boolean isOn(Map<String, Object> stored, String name) {
    return Boolean.TRUE.equals(stored.get(name));
  }

  /** Changes of the privacy preferences. */
  record PrivacyEdit(
      @Nullable String profileVisibility,
      @Nullable Boolean showEmail,
      @Nullable Boolean showActivity,
      @Nullable Boolean allowAnalytics) {}

  /** Changes of the notification preferences. */
  record NoticesEdit(
      @Nullable Boolean emailNotifications,
      @Nullable Boolean pushNotifications,
      @Nullable Boolean analysisComplete,
      @Nullable Boolean securityAlerts,
      @Nullable Boolean weeklyDigest) {}

  private final Accounts accounts;

  ProfileController(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/api/user/profile")
  @Access(Who.SELF)
  ProfileView profile(Caller caller) {
    return ProfileView.of(accounts.get(caller.userId()));
  }

  @PutMapping("/api/user/profile")
  @Access(Who.SELF)
  ProfileView change(@RequestBody ProfileEdit body, Caller caller, IfMatch ifMatch) {
    check(body);
    return ProfileView.of(
        accounts.changeProfile(
            caller,
            user -> {
              ifMatch.require(ProfileView.of(user));
              return user;
            },
            user -> new ProfileUpdate(body.name().applyTo(user.name()), edited(user, body))));
  }

  private static void check(ProfileEdit body) {
    Faults faults =
        new Faults()
            .optionalText("name", body.name().given(), 2, 100)
            .httpUrl("avatar", body.avatar().given())
            .optionalText("bio", body.bio().given(), 0, 2000)
            .optionalText("company", body.company().given(), 0, 200)
            .optionalText("location", body.location().given(), 0, 200)
            .httpUrl("website", body.website().given());
    if (body.name().isCleared()) {
      faults.add("name", "cannot be cleared", "missing");
    }
    PageSettingsChange settings = body.settings();
    if (settings != null && settings.theme() != null) {
      faults.oneOf("settings.theme", settings.theme(), List.of("system", "light", "dark"));
    }
    if (settings != null) {
      faults.optionalText("settings.language", Optional.ofNullable(settings.language()), 2, 10);
    }
    faults.throwIfAny();
  }

  private static Profile edited(User user, ProfileEdit body) {
    Profile before = user.profile();
    PageSettingsChange settings =
        body.settings() == null ? new PageSettingsChange(null, null, null) : body.settings();
    return new Profile(
        body.avatar().applyTo(before.avatar()),
        body.bio().applyTo(before.bio()),
        body.company().applyTo(before.company()),
        body.location().applyTo(before.location()),
        body.website().applyTo(before.website()),
        settings.theme() == null ? before.theme() : settings.theme(),
        settings.language() == null ? before.language() : settings.language(),
        settings.notifications() == null ? before.notifications() : settings.notifications());
  }

  @GetMapping("/api/user/settings/privacy")
  @Access(Who.SELF)
  PrivacyView privacy(Caller caller) {
    return PrivacyView.of(accounts.preferences(caller.userId(), PreferenceGroup.PRIVACY));
  }

  @PutMapping("/api/user/settings/privacy")
  @Access(Who.SELF)
  PrivacyView changePrivacy(@RequestBody PrivacyEdit body, Caller caller, IfMatch ifMatch) {
    if (body.profileVisibility() != null) {
      new Faults()
          .oneOf(
              "profile_visibility",
              body.profileVisibility(),
              PreferenceGroup.VISIBILITIES.stream().sorted().toList())
          .throwIfAny();
    }
    ifMatch.require(privacy(caller));
    Map<String, Object> changes = new TreeMap<>();
    put(changes, "profile_visibility", body.profileVisibility());
    put(changes, "show_email", body.showEmail());
    put(changes, "show_activity", body.showActivity());
    put(changes, "allow_analytics", body.allowAnalytics());
    return PrivacyView.of(accounts.changePreferences(caller, PreferenceGroup.PRIVACY, changes));
  }

  @GetMapping("/api/user/settings/notifications")
  @Access(Who.SELF)
  NoticesView notices(Caller caller) {
    return NoticesView.of(accounts.preferences(caller.userId(), PreferenceGroup.NOTICES));
  }

  @PutMapping("/api/user/settings/notifications")
  @Access(Who.SELF)
  NoticesView changeNotices(@RequestBody NoticesEdit body, Caller caller, IfMatch ifMatch) {
    ifMatch.require(notices(caller));
    Map<String, Object> changes = new TreeMap<>();
    put(changes, "email_notifications", body.emailNotifications());
    put(changes, "push_notifications", body.pushNotifications());
    put(changes, "analysis_complete", body.analysisComplete());
    put(changes, "security_alerts", body.securityAlerts());
    put(changes, "weekly_digest", body.weeklyDigest());
    return NoticesView.of(accounts.changePreferences(caller, PreferenceGroup.NOTICES, changes));
  }

  private static void put(Map<String, Object> changes, String name, @Nullable Object value) {
    if (value != null) {
      changes.put(name, value);
    }
  }
}
