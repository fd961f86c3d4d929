package dev.coderev.server.identity.account;

import dev.coderev.server.identity.NoticePreferences;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What users said they want to be told of, and the defaults of those who said nothing. */
@Component
class StoredNoticePreferences implements NoticePreferences {
  private final Users users;
  private final Accounts accounts;

  StoredNoticePreferences(Users users, Accounts accounts) {
    this.users = users;
    this.accounts = accounts;
  }

  @Override
  public boolean wants(String userId, Notice notice) {
    if (!users.isActive(userId)) {
      return false;
    }
    Map<String, Object> wanted = accounts.preferences(userId, PreferenceGroup.NOTICES);
    return Boolean.TRUE.equals(wanted.get("email_notifications"))
        && Boolean.TRUE.equals(wanted.get(notice.name().toLowerCase(Locale.ROOT)));
  }
}
