package dev.coderev.server.identity;

/** What users want to be told of by mail. */
public interface NoticePreferences {
  /** What somebody may be told of. */
  enum Notice {
    ANALYSIS_COMPLETE,
    SECURITY_ALERTS
  }

  /** Whether the user is there, takes mails and wants those of this kind. */
  boolean wants(String userId, Notice notice);
}
